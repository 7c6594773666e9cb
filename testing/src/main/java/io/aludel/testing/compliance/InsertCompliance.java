package io.aludel.testing.compliance;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.excluded;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.aludel.dialect.Capability;
import io.aludel.engine.Engine;
import io.aludel.engine.ExecutionOptions;
import io.aludel.engine.IntegrityException;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.sql.Insert;
import io.aludel.sql.NewRow;
import io.aludel.sql.tree.statement.InsertNode;
import io.aludel.testing.Requires;
import io.aludel.testing.TestDatabase;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows go in by every way that a dialect declares, and what the database made of them comes back. */
public abstract class InsertCompliance {
  /** For the classes of authors. */
  protected InsertCompliance() {}

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
  @Tries(Capability.MULTI_ROW_INSERT)
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
  @Tries({Capability.INSERT_RETURNING, Capability.ORDERED_INSERT_RETURNING})
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
  @Tries(Capability.BULK_LOAD)
  void bulkLoads_whereDeclared_storeWhatInsertsDo(TestDatabase database) {
    Engine engine = database.engine();
    People people = People.emptyIn(engine);
    Insert rows = insert(people.table);
    InsertNode plain = insert(people.table).values(row("id", 1, "name", "x")).statementNode();
    assertEquals(database.has(Capability.BULK_LOAD), engine.dialect().bulkLoad(plain) != null);
    List<Map<String, Object>> values =
        List.of(Map.of("id", 1, "name", "it's \\N\t\n"), Map.of("id", 2, "name", ""));
    engine.inTransaction(
        connection -> connection.execute(rows, values, ExecutionOptions.NONE.bulkLoad(true)));
    assertEquals(
        List.of("it's \\N\t\n", ""), People.all(engine, select(people.name).orderBy(people.id)));
  }

  @Test
  @Tries(Capability.UPSERT)
  void upserts_changeOrInsert(TestDatabase database) {
    Engine engine = database.engine();
    People people = People.in(engine);
    Insert rows =
        insert(people.table).values(row("id", 1, "name", "Anna"), row("id", 9, "name", "Eva"));
    Insert upsert =
        conflict(database, people, rows).doUpdate(u -> u.set(people.name, excluded(people.name)));
    if (database.has(Capability.UPSERT)) {
      engine.inTransaction(connection -> connection.execute(upsert));
      assertEquals(
          List.of("Anna", "Eva"),
          People.all(engine, select(people.name).where(people.id.in(1, 9)).orderBy(people.id)));
    } else {
      People.refused(engine, upsert);
    }
  }

  @Test
  @Requires(Capability.UPSERT)
  @Tries(Capability.UPSERT_TARGET)
  void upserts_ofANamedKey_leaveOtherKeysToFail(TestDatabase database) {
    Engine engine = database.engine();
    MetaData metadata = new MetaData();
    Column<Integer> id = column("id", SqlTypes.INTEGER).primaryKey();
    Column<String> code = column("code", SqlTypes.STRING(5)).notNull().unique();
    Table parts = Table.of("parts", metadata, id, code);
    metadata.createAll(engine);
    engine.inTransaction(
        connection -> connection.execute(insert(parts).values(row("id", 1, "code", "a"))));
    Insert upsert = insert(parts)
        .values(row("id", 2, "code", "a"))
        .onConflict(id)
        .doUpdate(u -> u.set(code, excluded(code)));
    if (database.has(Capability.UPSERT_TARGET)) {
      assertThrows(
          IntegrityException.class,
          () -> engine.inTransaction(connection -> connection.execute(upsert)));
    } else {
      People.refused(engine, upsert);
    }
  }

  @Test
  @Requires(Capability.UPSERT)
  @Tries(Capability.UPSERT_CONDITION)
  void upserts_withACondition_changeWhatMeetsIt(TestDatabase database) {
    Engine engine = database.engine();
    People people = People.in(engine);
    Insert upsert = conflict(
            database,
            people,
            insert(people.table)
                .values(row("id", 1, "name", "Anna"), row("id", 2, "name", "Beate")))
        .doUpdate(u -> u.set(people.name, excluded(people.name)).where(people.id.gt(1)));
    if (database.has(Capability.UPSERT_CONDITION)) {
      engine.inTransaction(connection -> connection.execute(upsert));
      assertEquals(
          List.of("Ann", "Beate"),
          People.all(engine, select(people.name).where(people.id.le(2)).orderBy(people.id)));
    } else {
      People.refused(engine, upsert);
    }
  }

  private static Insert.Conflict conflict(TestDatabase database, People people, Insert rows) {
    return database.has(Capability.UPSERT_TARGET) ? rows.onConflict(people.id) : rows.onConflict();
  }
}
