package io.aludel.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.CompiledStatement;
import io.aludel.dialect.Dialect;
import io.aludel.engine.Engine;
import io.aludel.sql.RandomQueries.Asked;
import io.aludel.sql.operator.JsonPath;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.StructuralKey;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What queries made by chance find, in the database and by plain Java; and what their keys are. */
@ForEachDatabase
@Parity({"ORM-SQL-05", "ORM-SQL-18", "ORM-SQL-34"})
class RandomQueryTest {
  private static final long SEED = Long.getLong("aludel.test.seed", 9_001L);
  private static final int COUNT = 400;
  private static final int DEPTH = 3;

  @Test
  void queries_byChance_giveTheRowsThatJavaSays(Engine engine) {
    RandomQueries first = new RandomQueries(engine.dialect(), SEED, SEED);
    first.made.metadata.createAll(engine);
    engine.inTransaction(connection -> {
      RandomExpressionTest.store(connection, first.made);
      for (int i = 0; i < COUNT; i++) {
        long seed = SEED + i;
        Asked asked = new RandomQueries(engine.dialect(), seed, seed).query(DEPTH);
        List<List<?>> found = new ArrayList<>();
        connection.execute(asked.query()).forEach(row -> found.add(row.asList()));
        assertThat(found)
            .as("query of seed %d: %s", seed, asked.query())
            .containsExactlyInAnyOrderElementsOf(asked.rows());
      }
    });
  }

  @Test
  @Parity("ORM-SQL-08")
  void pages_byChance_areInTheOrderThatJavaSays(Engine engine) {
    RandomQueries first = new RandomQueries(engine.dialect(), SEED, SEED);
    first.made.metadata.createAll(engine);
    engine.inTransaction(connection -> {
      RandomExpressionTest.store(connection, first.made);
      for (int i = 0; i < COUNT / 2; i++) {
        long seed = SEED + 10_000 + i;
        Asked asked = new RandomQueries(engine.dialect(), seed, seed).ordered(1);
        List<List<?>> found = new ArrayList<>();
        connection.execute(asked.query()).forEach(row -> found.add(row.asList()));
        assertThat(found).as("page of seed %d: %s", seed, asked.query()).isEqualTo(asked.rows());
      }
    });
  }

  /** The same queries with their values written into the SQL, sent as it is. */
  @Test
  @Parity("ORM-SQL-33")
  void queries_byChance_findTheSameByLiterals(Engine engine) {
    RandomQueries first = new RandomQueries(engine.dialect(), SEED, SEED);
    first.made.metadata.createAll(engine);
    engine.inTransaction(connection -> {
      RandomExpressionTest.store(connection, first.made);
      for (int i = 0; i < COUNT / 2; i++) {
        long seed = SEED + 20_000 + i;
        Asked asked = new RandomQueries(engine.dialect(), seed, seed).query(2);
        StatementNode node = asked.query().statementNode();
        CompiledStatement compiled =
            engine.dialect().compile(node, CompileOptions.of(CompileOptions.Values.LITERAL));
        String sql = compiled.sql(node.keyed().values());
        assertThat(compiled.placeholders()).as(sql).isEmpty();
        List<List<?>> found = new ArrayList<>();
        connection.driverSql(sql).forEach(row -> found.add(numbers(row)));
        assertThat(found)
            .as("query of seed %d: %s", seed, sql)
            .containsExactlyInAnyOrderElementsOf(asked.rows());
      }
    });
  }

  private static List<Integer> numbers(Row row) {
    List<Integer> numbers = new ArrayList<>();
    row.asList().forEach(value -> numbers.add(value == null ? null : ((Number) value).intValue()));
    return numbers;
  }

  /**
   * A compilation as far as it could matter: the SQL of these values, and what binds and reads. A path into
   * JSON counts as SQL, since some databases bind it and others spell it, and keys know no dialect.
   */
  static List<Object> compiled(Dialect dialect, StatementNode node) {
    CompiledStatement compiled = dialect.compile(node, CompileOptions.NONE);
    @Nullable Object[] values = node.keyed().values();
    List<Object> parts = new ArrayList<>();
    parts.add(compiled.sql(values));
    compiled.placeholders().forEach(place -> {
      parts.add(place.type());
      parts.add(place.slot());
      if (values[place.slot()] instanceof JsonPath path) {
        parts.add(path);
      }
    });
    compiled.columns().forEach(column -> parts.add(column.label() + column.type()));
    return parts;
  }

  @Test
  void keys_ofQueriesByChance_areEqualIfAndOnlyIfTheirSqlIs(Engine engine) {
    Dialect dialect = engine.dialect();
    Map<StructuralKey, Asked> byKey = new HashMap<>();
    Map<List<Object>, StructuralKey> bySql = new HashMap<>();
    for (int i = 0; i < COUNT; i++) {
      Query<Integer> query =
          new RandomQueries(dialect, SEED + i, SEED - i).query(i % 2).query();
      StructuralKey key = query.statementNode().keyed().key();
      List<Object> compiled = compiled(dialect, query.statementNode());
      StructuralKey known = bySql.putIfAbsent(compiled, key);
      assertThat(known == null || known.equals(key))
          .as("one SQL has two keys: %s", compiled.get(0))
          .isTrue();
      Asked same = byKey.putIfAbsent(key, new Asked(query, List.of()));
      if (same != null && isFixed(dialect, query)) {
        assertThat(compiled(dialect, same.query().statementNode())).isEqualTo(compiled);
      }
    }
    assertThat(byKey.size()).isBetween(COUNT / 4, COUNT);
  }

  private static boolean isFixed(Dialect dialect, Query<?> query) {
    return dialect.compile(query.statementNode(), CompileOptions.NONE).isFixed();
  }

  @Test
  void keys_ofOneShapeWithOtherValues_areEqual(Engine engine) {
    for (int i = 0; i < COUNT; i++) {
      RandomQueries one = new RandomQueries(engine.dialect(), SEED + i, 1);
      RandomQueries other = new RandomQueries(engine.dialect(), SEED + i, 2);
      Query<?> query = one.query(DEPTH).query();
      assertThat(other.query(DEPTH).query().statementNode().keyed().key())
          .as("seed %d: %s", SEED + i, query)
          .isEqualTo(query.statementNode().keyed().key());
    }
  }
}
