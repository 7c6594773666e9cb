package io.aludel.examples.reference;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.delete;
import static io.aludel.sql.Sql.excluded;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.literal;
import static io.aludel.sql.Sql.parameter;
import static io.aludel.sql.Sql.partitionBy;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.text;
import static io.aludel.sql.Sql.update;
import static io.aludel.types.SqlTypes.INTEGER;
import static io.aludel.types.SqlTypes.STRING;

import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.sql.Cte;
import io.aludel.sql.Row;
import io.aludel.sql.Select;
import io.aludel.sql.extension.DialectFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The code of docs/reference/statements.md. */
public final class StatementSnippets {
  // @start region="function"
  static final DialectFunction<String> JOINED =
      DialectFunction.named("string_agg", STRING).on("sqlite", "group_concat");
  // @end

  private final MetaData metadata = new MetaData();
  private final Column<Integer> id = column("id", INTEGER).primaryKey();
  private final Column<String> name = column("name", STRING(50));
  private final Column<String> city = column("city", STRING(50));
  private final Column<Integer> age = column("age", INTEGER);
  private final Table people = Table.of("people", metadata, id, name, city, age);

  private StatementSnippets() {}

  /**
   * Runs the code.
   *
   * @return what each snippet that sends something sent
   */
  public static List<String> run() {
    return new StatementSnippets().runAll();
  }

  private List<String> runAll() {
    try (Engine engine = Engine.create("jdbc:sqlite::memory:");
        Snippets snippets = new Snippets(engine)) {
      metadata.createAll(engine);
      try (Connection connection = engine.connect()) {
        snippets.start();
        write(connection);
        snippets.shown();
        ask(connection);
        snippets.shown();
        combine(connection);
        snippets.shown();
        late(connection);
        snippets.shown();
        own(connection);
        snippets.shown();
        connection.rollback();
      }
      return snippets.sent();
    }
  }

  private void write(Connection connection) {
    // @start region="write"
    connection.execute(insert(people)
        .values(
            row("name", "Ann", "city", "Bonn", "age", 30),
            row("name", "Bob", "city", "Bonn", "age", 40)));
    connection.execute(insert(people)
        .values(row("id", 1, "name", "Ann", "age", 31))
        .onConflict(id)
        .doUpdate(change -> change.set(age, excluded(age))));
    connection.execute(update(people).set(age, age.plus(1)).where(name.eq("Bob")));
    List<String> gone =
        connection.scalars(delete(people).where(age.gt(40)).returning(name)).all();
    // @end
    if (!gone.equals(List.of("Bob"))) {
      throw new IllegalStateException("deleted " + gone);
    }
  }

  private void ask(Connection connection) {
    // @start region="ask"
    List<String> cities = new ArrayList<>();
    for (Row found : connection.execute(select(city, func.count().as("people"))
        .where(age.between(18, 65), name.startsWith("A"))
        .groupBy(city)
        .having(func.count().ge(1L))
        .orderBy(city.asc())
        .limit(10))) {
      cities.add(found.get(city) + ": " + found.get("people"));
    }
    // @end
  }

  private void combine(Connection connection) {
    // @start region="combine"
    Cte ranked = select(
            name, func.rank().over(partitionBy(city).orderBy(age.desc())).as("place"))
        .cte("ranked");
    Select<String> oldest = select(ranked.c(name)).where(ranked.<Long>c("place").eq(1L));
    connection.scalars(oldest.union(select(literal("nobody")))).all();
    // @end
  }

  private void late(Connection connection) {
    // @start region="late"
    Select<Integer> byName = select(id).where(name.eq(parameter("who", STRING)));
    connection.scalars(byName, Map.of("who", "Ann")).all();
    connection.scalars(byName.params(Map.of("who", "Bob"))).all();
    connection
        .execute(text("select age from people where name = :who").bind("who", "Ann"))
        .all();
    // @end
  }

  private void own(Connection connection) {
    // @start region="own"
    connection.scalars(select(JOINED.call(name, literal(", ")))).all();
    // @end
  }
}
