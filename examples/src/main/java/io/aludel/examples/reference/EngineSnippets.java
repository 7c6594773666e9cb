package io.aludel.examples.reference;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.delete;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.parameter;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.types.SqlTypes.INTEGER;

import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.engine.ExecutionOptions;
import io.aludel.engine.IntegrityException;
import io.aludel.engine.Result;
import io.aludel.engine.Transaction;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.sql.ParameterRows;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The code of docs/reference/engine.md. */
public final class EngineSnippets {
  private EngineSnippets() {}

  /**
   * Runs the code.
   *
   * @return what each snippet that sends something sent
   */
  public static List<String> run() {
    // @start region="create"
    Engine engine = Engine.builder("jdbc:h2:mem:shop")
        .pool(pool -> pool.size(5).overflow(10).timeout(Duration.ofSeconds(30)).prePing(true))
        .loggingName("shop")
        .hideParameters(true)
        .create();
    // @end
    Column<Integer> id = column("id", INTEGER).primaryKey();
    MetaData metadata = new MetaData();
    Table numbers = Table.of("numbers", metadata, id);
    metadata.createAll(engine);
    try (engine;
        Snippets snippets = new Snippets(engine)) {
      transactions(engine, numbers);
      snippets.shown();
      results(engine, id);
      snippets.shown();
      manyRows(engine, numbers, id);
      snippets.shown();
      return snippets.sent();
    }
  }

  private static void transactions(Engine engine, Table numbers) {
    // @start region="transactions"
    engine.inTransaction(connection -> connection.execute(insert(numbers).values(row("id", 1))));
    try (Connection connection = engine.connect()) {
      connection.execute(insert(numbers).values(row("id", 2)));
      try (Transaction savepoint = connection.beginNested()) {
        connection.execute(insert(numbers).values(row("id", 1)));
        savepoint.commit();
      } catch (IntegrityException taken) {
        connection.execute(insert(numbers).values(row("id", 3)));
      }
      connection.commit();
    }
    // @end
  }

  private static void results(Engine engine, Column<Integer> id) {
    // @start region="results"
    try (Connection connection = engine.connect()) {
      List<Integer> all = connection.scalars(select(id).orderBy(id)).all(); // [1, 2, 3]
      Integer one = connection.scalars(select(id).where(id.eq(2))).one(); // fails unless one
      ExecutionOptions portions = ExecutionOptions.NONE.yieldPer(1000);
      Result<Integer> stream = connection.scalars(select(id).options(portions));
      stream.partitions().forEach(part -> part.forEach(all::contains));
      all.contains(one);
    }
    // @end
  }

  private static void manyRows(Engine engine, Table numbers, Column<Integer> id) {
    // @start region="many"
    List<Map<String, Integer>> rows = List.of(Map.of("id", 4), Map.of("id", 5), Map.of("id", 6));
    try (Connection connection = engine.connect()) {
      connection.execute(insert(numbers), rows); // by the fastest way of the database
      connection.execute(
          delete(numbers).where(id.eq(parameter("gone", INTEGER))),
          ParameterRows.named("gone").row(4).row(5)); // the same without a map for each row
      connection.commit();
    }
    // @end
  }
}
