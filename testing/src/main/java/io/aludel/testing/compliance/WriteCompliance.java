package io.aludel.testing.compliance;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.delete;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.update;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.aludel.dialect.Capability;
import io.aludel.engine.Engine;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.sql.Delete;
import io.aludel.sql.Insert;
import io.aludel.sql.NewRow;
import io.aludel.sql.Update;
import io.aludel.testing.TestDatabase;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** INSERT, UPDATE and DELETE do what they say, and say what they did. */
public abstract class WriteCompliance {
  /** For the classes of authors. */
  protected WriteCompliance() {}

  /** A table whose keys the database makes. */
  private static final class Notes {
    final Column<Integer> id = column("id", SqlTypes.INTEGER).primaryKey();
    final Column<String> text = column("note", SqlTypes.STRING(40));
    final MetaData metadata = new MetaData();
    final Table table = Table.of("notes", metadata, id, text);

    static Notes in(Engine engine) {
      Notes notes = new Notes();
      notes.metadata.createAll(engine);
      return notes;
    }
  }

  @Test
  void insert_withoutKey_givesTheKeyBack(Engine engine) {
    Notes notes = Notes.in(engine);
    List<List<Object>> keys = new ArrayList<>();
    engine.inTransaction(connection -> {
      for (String text : List.of("a", "b")) {
        keys.addAll(
            connection.execute(insert(notes.table).values(row("note", text))).insertedKeys());
      }
    });
    assertEquals(List.of(List.of(1), List.of(2)), keys);
  }

  @Test
  void insert_severalRows_areAllThere(TestDatabase database) {
    Notes notes = Notes.in(database.engine());
    Insert several =
        insert(notes.table).values(row("note", "a"), row("note", "b"), row("note", "c"));
    if (database.has(Capability.MULTI_ROW_INSERT)) {
      database.engine().inTransaction(connection -> connection.execute(several));
      assertEquals(
          List.of("a", "b", "c"),
          People.all(database.engine(), select(notes.text).orderBy(notes.id)));
    } else {
      People.refused(database.engine(), several);
    }
  }

  @Test
  void insert_returning_givesRowsInOrder(TestDatabase database) {
    Notes notes = Notes.in(database.engine());
    var returning = insert(notes.table)
        .values(row("note", "a"), row("note", "b"), row("note", "c"))
        .returning(notes.text);
    if (!database.has(Capability.INSERT_RETURNING)) {
      People.refused(database.engine(), returning);
      return;
    }
    List<String> rows = People.all(database.engine(), returning);
    assertEquals(List.of("a", "b", "c"), rows.stream().sorted().toList());
    if (database.has(Capability.ORDERED_INSERT_RETURNING)) {
      assertEquals(List.of("a", "b", "c"), rows);
    }
  }

  @Test
  void insert_defaults_makeARow(Engine engine) {
    Notes notes = Notes.in(engine);
    engine.inTransaction(connection -> connection.execute(insert(notes.table)));
    assertEquals(List.of(1), People.all(engine, select(notes.id)));
  }

  @Test
  void insert_fromAQuery_copies(Engine engine) {
    Notes notes = Notes.in(engine);
    People people = People.in(engine);
    engine.inTransaction(connection -> connection.execute(insert(notes.table)
        .fromSelect(List.of("note"), select(people.name).where(people.id.le(2)))));
    assertEquals(List.of("Ann", "Bea"), People.all(engine, select(notes.text).orderBy(notes.text)));
  }

  @Test
  void keys_ofABatch_comeInOrder(TestDatabase database) {
    Engine engine = database.engine();
    Notes notes = Notes.in(engine);
    List<NewRow> rows = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      rows.add(row("note", "note " + i));
    }
    engine.inTransaction(connection -> {
      for (NewRow each : rows) {
        connection.execute(insert(notes.table).values(each));
      }
    });
    List<String> texts = People.all(engine, select(notes.text).orderBy(notes.id));
    assertEquals(300, texts.size());
    assertEquals("note 299", texts.get(299));
  }

  @Test
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
}
