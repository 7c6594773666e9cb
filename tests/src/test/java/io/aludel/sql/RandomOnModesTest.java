package io.aludel.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.dialect.CompileException;
import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.Dialect;
import io.aludel.engine.Connection;
import io.aludel.engine.DatabaseException;
import io.aludel.engine.Engine;
import io.aludel.sql.RandomExpressions.EmptyText;
import io.aludel.sql.RandomQueries.Asked;
import io.aludel.sql.RandomWrites.Write;
import io.aludel.sql.grammar.Unserved;
import io.aludel.testing.Parity;
import java.sql.SQLSyntaxErrorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What statements made by chance for Oracle and SQL Server are worth to an H2 that is told to be one of them, and by
 * plain Java. Values are written into the SQL, for H2 would guess the types of placeholders; that these stand
 * for the same is another test's affair. What H2 does not understand is left out, as long as it is little.
 */
@Parity({"ORM-DIA-04", "ORM-DIA-05"})
class RandomOnModesTest {
  private static final long SEED = Long.getLong("aludel.test.seed", 9_001L);
  private static final int COUNT = 400;

  private final List<Engine> opened = new ArrayList<>();
  private int run;

  @AfterEach
  void close() {
    opened.forEach(Engine::close);
  }

  private static Dialect dialect(ModeOfH2 mode) {
    return (mode == ModeOfH2.ORACLE ? Unserved.ORACLE : Unserved.SQL_SERVER).dialect();
  }

  private static EmptyText empty(ModeOfH2 mode) {
    return mode == ModeOfH2.ORACLE ? EmptyText.NULL : EmptyText.KEPT;
  }

  private Engine engine(ModeOfH2 mode) {
    RandomExpressions made = new RandomExpressions(SEED);
    Engine engine = mode.engine("chance_" + System.nanoTime(), dialect(mode), made.metadata);
    opened.add(engine);
    engine.inTransaction(connection -> RandomExpressionTest.store(connection, made));
    return engine;
  }

  private static @Nullable String sql(Dialect dialect, Executable statement) {
    var node = statement.statementNode();
    try {
      return dialect
          .compile(node, CompileOptions.of(CompileOptions.Values.LITERAL))
          .sql(node.keyed().values());
    } catch (CompileException refused) {
      return null;
    }
  }

  /** The rows of a query of whole numbers, or null if H2 does not understand it. */
  private @Nullable List<List<@Nullable Integer>> rows(
      Connection connection, @Nullable String sql) {
    if (sql == null || isMistakenByH2(sql)) {
      return null;
    }
    List<List<@Nullable Integer>> rows = new ArrayList<>();
    boolean understood = isUnderstood(() -> connection.driverSql(sql).forEach(row -> {
      List<@Nullable Integer> numbers = new ArrayList<>();
      row.asList()
          .forEach(value -> numbers.add(value == null ? null : ((Number) value).intValue()));
      rows.add(numbers);
    }));
    return understood ? rows : null;
  }

  /** A condition on a common table with a page of a compound is asked by H2 before the page is cut. */
  private static boolean isMistakenByH2(String sql) {
    return sql.contains("again.k > ") && sql.contains(" OFFSET ");
  }

  @ParameterizedTest
  @EnumSource
  void queries_byChance_giveTheRowsThatJavaSays(ModeOfH2 mode) {
    Dialect dialect = dialect(mode);
    engine(mode).inTransaction(connection -> {
      for (long seed = SEED; seed < SEED + COUNT; seed++) {
        Asked asked = new RandomQueries(dialect, seed, seed, empty(mode)).query(3);
        String sql = sql(dialect, asked.query());
        List<List<@Nullable Integer>> found = rows(connection, sql);
        if (found != null) {
          assertThat(found)
              .as("query of seed %d: %s", seed, sql)
              .containsExactlyInAnyOrderElementsOf(asked.rows());
        }
      }
    });
    int least = mode == ModeOfH2.ORACLE ? COUNT * 4 / 5 : COUNT * 3 / 4;
    assertThat(run).as("queries that were run").isGreaterThan(least);
  }

  @ParameterizedTest
  @EnumSource
  void pages_byChance_areInTheOrderThatJavaSays(ModeOfH2 mode) {
    Dialect dialect = dialect(mode);
    engine(mode).inTransaction(connection -> {
      for (long seed = SEED; seed < SEED + COUNT / 2; seed++) {
        Asked asked = new RandomQueries(dialect, seed, seed, empty(mode)).ordered(1);
        String sql = sql(dialect, asked.query());
        List<List<@Nullable Integer>> found = rows(connection, sql);
        if (found != null) {
          assertThat(found).as("page of seed %d: %s", seed, sql).isEqualTo(asked.rows());
        }
      }
    });
    assertThat(run).as("pages that were run").isGreaterThan(COUNT / 2 * 3 / 4);
  }

  @ParameterizedTest
  @EnumSource
  void writes_byChance_leaveWhatJavaSays(ModeOfH2 mode) {
    Dialect dialect = dialect(mode);
    engine(mode).inTransaction(connection -> {
      for (long seed = SEED; seed < SEED + COUNT; seed++) {
        Write write = RandomWrites.write(dialect, seed, empty(mode));
        String sql = sql(dialect, write.statement());
        var savepoint = connection.beginNested();
        if (sql != null && isUnderstood(() -> connection.driverSql(sql))) {
          assertThat(stored(connection))
              .as("statement of seed %d: %s", seed, sql)
              .isEqualTo(write.left());
        }
        savepoint.rollback();
      }
    });
    assertThat(run).as("statements that were run").isGreaterThan(COUNT * 3 / 5);
  }

  /** Does what H2 may find to be no SQL, but no other failure of it. */
  private boolean isUnderstood(Runnable work) {
    try {
      work.run();
      run++;
      return true;
    } catch (DatabaseException failure) {
      if (failure.getCause() instanceof SQLSyntaxErrorException) {
        return false;
      }
      throw failure;
    }
  }

  private Map<Integer, @Nullable Integer> stored(Connection connection) {
    Map<Integer, @Nullable Integer> stored = new TreeMap<>();
    connection.driverSql("SELECT id, a FROM samples").forEach(row -> {
      Object a = row.get(1);
      stored.put(((Number) row.get(0)).intValue(), a == null ? null : ((Number) a).intValue());
    });
    return stored;
  }
}
