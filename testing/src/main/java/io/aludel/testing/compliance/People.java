package io.aludel.testing.compliance;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.trueCondition;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.aludel.CoreError;
import io.aludel.dialect.Capability;
import io.aludel.dialect.CompileException;
import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.sql.Condition;
import io.aludel.sql.Executable;
import io.aludel.sql.Join;
import io.aludel.sql.RowStatement;
import io.aludel.testing.TestDatabase;
import io.aludel.types.SqlTypes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table of people, with a column for each kind of operator. */
final class People {
  final Column<Integer> id = column("id", SqlTypes.INTEGER).primaryKey();
  final Column<String> name = column("name", SqlTypes.STRING(40));
  final Column<Integer> age = column("age", SqlTypes.INTEGER);
  final Column<Boolean> active = column("active", SqlTypes.BOOLEAN);
  final MetaData metadata = new MetaData();
  final Table table = Table.of("people", metadata, id, name, age, active);

  /** The table without people. */
  static People emptyIn(Engine engine) {
    People people = new People();
    people.metadata.createAll(engine);
    return people;
  }

  /** The table with four people: Ann 30, Bea 20, Cem of unknown age, and Dov 30. */
  static People in(Engine engine) {
    People people = emptyIn(engine);
    engine.inTransaction(connection -> {
      people.add(connection, 1, "Ann", 30, true);
      people.add(connection, 2, "Bea", 20, false);
      people.add(connection, 3, "Cem", null, true);
      people.add(connection, 4, "Dov", 30, false);
    });
    return people;
  }

  private void add(
      Connection connection, int number, String called, @Nullable Integer years, boolean isActive) {
    connection.execute(
        insert(table).values(row("id", number, "name", called, "age", years, "active", isActive)));
  }

  /** The table side by side with itself: four people to the power of so many rows. */
  Join times(int often) {
    Join all = table.join(table.as("p2"), trueCondition());
    for (int i = 3; i <= often; i++) {
      all = all.join(table.as("p" + i), trueCondition());
    }
    return all;
  }

  /** The numbers of those who meet a condition, in order. */
  List<Integer> where(Engine engine, Condition condition) {
    return engine.fromTransaction(connection ->
        connection.scalars(select(id).where(condition).orderBy(id)).all());
  }

  /** The numbers that a query gives. */
  static <T> List<T> all(Engine engine, RowStatement<T> query) {
    return engine.fromTransaction(connection -> connection.scalars(query).all());
  }

  /** The values in order where a capability is declared; elsewhere the query must be refused. */
  static <T> void gives(
      TestDatabase database, Capability capability, RowStatement<T> query, List<T> expected) {
    if (database.has(capability)) {
      assertEquals(expected, all(database.engine(), query));
    } else {
      refused(database.engine(), query);
    }
  }

  /** Fails unless the dialect refuses a statement before anything is sent. */
  static void refused(Engine engine, Executable statement) {
    CompileException thrown = assertThrows(
        CompileException.class,
        () -> engine.inTransaction(connection -> connection.execute(statement)));
    assertEquals(CoreError.CANNOT_COMPILE, thrown.code(), thrown.getMessage());
  }
}
