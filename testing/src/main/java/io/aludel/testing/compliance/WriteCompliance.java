package io.aludel.testing.compliance;

import static io.aludel.sql.Sql.delete;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.update;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.aludel.dialect.Capability;
import io.aludel.dialect.CompileException;
import io.aludel.engine.Engine;
import io.aludel.sql.Delete;
import io.aludel.sql.Update;
import io.aludel.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** UPDATE and DELETE do what they say, and say what they did. */
public abstract class WriteCompliance {
  /** For the classes of authors. */
  protected WriteCompliance() {}

  @Test
  @Tries(Capability.COUNTS_MATCHED_ROWS)
  void update_rows_countsThem(TestDatabase database) {
    Engine engine = database.engine();
    People people = People.in(engine);
    int changed = engine.fromTransaction(connection -> connection
        .execute(update(people.table).set(people.age, 31).where(people.age.eq(30)))
        .rowCount());
    assertEquals(2, changed);
    int same = engine.fromTransaction(connection -> connection
        .execute(update(people.table).set(people.age, 31).where(people.age.eq(31)))
        .rowCount());
    assertEquals(database.has(Capability.COUNTS_MATCHED_ROWS) ? 2 : 0, same);
  }

  @Test
  @Tries(Capability.UPDATE_RETURNING)
  void update_returning_givesNewValues(TestDatabase database) {
    People people = People.in(database.engine());
    var returning = update(people.table)
        .set(people.age, people.age.plus(1))
        .where(people.id.eq(1))
        .returning(people.age);
    if (database.has(Capability.UPDATE_RETURNING)) {
      assertEquals(List.of(31), People.all(database.engine(), returning));
    } else {
      People.refused(database.engine(), returning);
    }
  }

  @Test
  @Tries(Capability.DELETE_RETURNING)
  void delete_rows_countsAndReturnsThem(TestDatabase database) {
    Engine engine = database.engine();
    People people = People.in(engine);
    int gone = engine.fromTransaction(connection ->
        connection.execute(delete(people.table).where(people.age.eq(30))).rowCount());
    assertEquals(2, gone);
    var returning = delete(people.table).where(people.id.eq(2)).returning(people.name);
    if (database.has(Capability.DELETE_RETURNING)) {
      assertEquals(List.of("Bea"), People.all(engine, returning));
    } else {
      People.refused(engine, returning);
    }
  }

  @Test
  @Tries(Capability.MULTI_TABLE_UPDATE)
  void update_withAnotherTable_looksAtIt(TestDatabase database) {
    Engine engine = database.engine();
    People people = People.in(engine);
    Notes notes = Notes.in(engine);
    engine.inTransaction(connection ->
        connection.execute(insert(notes.table).values(row("id", 2, "note", "Beatrix"))));
    Update joined = update(people.table).set(people.name, notes.text).where(people.id.eq(notes.id));
    if (database.has(Capability.MULTI_TABLE_UPDATE)) {
      engine.inTransaction(connection -> connection.execute(joined));
      assertEquals(
          List.of("Beatrix"), People.all(engine, select(people.name).where(people.id.eq(2))));
    } else {
      People.refused(engine, joined);
    }
  }

  @Test
  @Tries(Capability.MULTI_TABLE_DELETE)
  void delete_withAnotherTable_looksAtIt(TestDatabase database) {
    Engine engine = database.engine();
    People people = People.in(engine);
    Notes notes = Notes.in(engine);
    engine.inTransaction(
        connection -> connection.execute(insert(notes.table).values(row("id", 2, "note", "x"))));
    Delete joined = delete(people.table).where(people.id.eq(notes.id));
    if (database.has(Capability.MULTI_TABLE_DELETE)) {
      engine.inTransaction(connection -> connection.execute(joined));
      assertEquals(List.of(1, 3, 4), people.where(engine, people.id.gt(0)));
    } else {
      People.refused(engine, joined);
    }
  }

  @Test
  @Tries(Capability.SEVERAL_TABLES_SET)
  void update_ofColumnsOfSeveralTables_setsThemAll(TestDatabase database) {
    Engine engine = database.engine();
    People people = People.in(engine);
    Notes notes = Notes.in(engine);
    engine.inTransaction(connection -> connection.execute(
        insert(notes.table).values(row("id", 2, "note", "b"), row("id", 9, "note", "none"))));
    Update both = update(people.table)
        .set(people.name, "Beate")
        .set(notes.text, "changed")
        .where(people.id.eq(notes.id));
    if (database.has(Capability.SEVERAL_TABLES_SET)) {
      engine.inTransaction(connection -> connection.execute(both));
      assertEquals(
          List.of("Ann", "Beate", "Cem", "Dov"),
          People.all(engine, select(people.name).orderBy(people.id)));
      assertEquals(
          List.of("changed", "none"), People.all(engine, select(notes.text).orderBy(notes.id)));
    } else {
      assertThrows(
          CompileException.class,
          () -> engine.inTransaction(connection -> connection.execute(both)));
    }
  }

  @Test
  @Tries(Capability.LIMITED_WRITES)
  void writes_withALimit_touchSoManyRows(TestDatabase database) {
    Engine engine = database.engine();
    People people = People.in(engine);
    Update changed = update(people.table).set(people.age, 1).limit(3);
    Delete gone = delete(people.table).where(people.age.eq(1)).limit(2);
    if (database.has(Capability.LIMITED_WRITES)) {
      engine.inTransaction(connection -> {
        assertEquals(3, connection.execute(changed).rowCount());
        assertEquals(2, connection.execute(gone).rowCount());
      });
      assertEquals(2, people.where(engine, people.id.gt(0)).size());
      assertEquals(1, people.where(engine, people.age.eq(1)).size());
    } else {
      People.refused(engine, changed);
      People.refused(engine, gone);
    }
  }
}
