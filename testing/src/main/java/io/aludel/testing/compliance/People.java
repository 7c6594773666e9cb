package io.aludel.testing.compliance;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.aludel.dialect.CompileException;
import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.sql.Condition;
import io.aludel.sql.Executable;
import io.aludel.sql.RowStatement;
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

  /** The table with four people: Ann 30, Bea 20, Cem of unknown age, and Dov 30. */
  static People in(Engine engine) {
    People people = new People();
    people.metadata.createAll(engine);
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

  /** The numbers of those who meet a condition, in order. */
  List<Integer> where(Engine engine, Condition condition) {
    return engine.fromTransaction(connection ->
        connection.scalars(select(id).where(condition).orderBy(id)).all());
  }

  /** The numbers that a query gives. */
  static <T> List<T> all(Engine engine, RowStatement<T> query) {
    return engine.fromTransaction(connection -> connection.scalars(query).all());
  }

  /** Fails unless the dialect refuses a statement before anything is sent. */
  static void refused(Engine engine, Executable statement) {
    assertThrows(
        CompileException.class,
        () -> engine.inTransaction(connection -> connection.execute(statement)));
  }
}
