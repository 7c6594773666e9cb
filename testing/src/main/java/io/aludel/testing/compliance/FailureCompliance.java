package io.aludel.testing.compliance;

import static io.aludel.schema.Schema.check;
import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.delete;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.engine.IntegrityException;
import io.aludel.engine.ProgrammingException;
import io.aludel.engine.Transaction;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.sql.NewRow;
import io.aludel.types.SqlTypes;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a database refuses arrives as the failure it is, and transactions end as they should. */
public abstract class FailureCompliance {
  /** For the classes of authors. */
  protected FailureCompliance() {}

  private static Table parts(Engine engine) {
    MetaData metadata = new MetaData();
    Table parts = Table.of(
        "parts",
        metadata,
        column("id", SqlTypes.INTEGER).primaryKey(),
        column("code", SqlTypes.STRING(5)).notNull().unique(),
        column("whole_id", SqlTypes.INTEGER).references("parts.id"),
        column("size_no", SqlTypes.INTEGER),
        check("size_no > 0").named("ck_size"));
    metadata.createAll(engine);
    engine.inTransaction(connection ->
        connection.execute(insert(parts).values(row("id", 1, "code", "a", "size_no", 1))));
    return parts;
  }

  private static void violates(Engine engine, Table table, NewRow values) {
    IntegrityException thrown = assertThrows(
        IntegrityException.class,
        () ->
            engine.inTransaction(connection -> connection.execute(insert(table).values(values))));
    String sql = thrown.sql();
    assertTrue(sql != null && sql.contains("parts"), "the failure names its statement");
  }

  @Test
  void constraints_violated_areIntegrityFailures(Engine engine) {
    Table parts = parts(engine);
    violates(engine, parts, row("id", 1, "code", "b", "size_no", 1));
    violates(engine, parts, row("id", 2, "code", "a", "size_no", 1));
    violates(engine, parts, row("id", 2, "code", null, "size_no", 1));
    violates(engine, parts, row("id", 2, "code", "b", "size_no", 0));
    violates(engine, parts, row("id", 2, "code", "b", "size_no", 1, "whole_id", 99));
  }

  @Test
  void statements_thatAreWrong_areProgrammingFailures(Engine engine) {
    assertThrows(
        ProgrammingException.class,
        () -> engine.inTransaction(connection -> connection.execute(text("SELEKT 1"))));
    assertThrows(
        ProgrammingException.class,
        () -> engine.inTransaction(
            connection -> connection.execute(text("SELECT * FROM no_such_table"))));
  }

  @Test
  void transaction_rolledBack_leavesNothing(Engine engine) {
    People people = People.in(engine);
    try (Connection connection = engine.connect()) {
      connection.execute(delete(people.table));
      connection.rollback();
    }
    assertEquals(List.of(1, 2, 3, 4), people.where(engine, people.id.gt(0)));
  }

  @Test
  void savepoint_rolledBack_keepsWhatWasBefore(Engine engine) {
    People people = People.in(engine);
    try (Connection connection = engine.connect()) {
      connection.execute(delete(people.table).where(people.id.eq(1)));
      Transaction nested = connection.beginNested();
      connection.execute(delete(people.table));
      nested.rollback();
      connection.commit();
    }
    assertEquals(List.of(2, 3, 4), people.where(engine, people.id.gt(0)));
  }
}
