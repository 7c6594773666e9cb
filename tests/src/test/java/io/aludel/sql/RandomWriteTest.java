package io.aludel.sql;

import static io.aludel.sql.Sql.delete;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.parameter;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.Dialect;
import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.sql.RandomWrites.Write;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.StructuralKey;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What statements made by chance leave in a table, in the database and by plain Java. */
@ForEachDatabase
@Parity({"ORM-SQL-22", "ORM-SQL-24", "ORM-SQL-26"})
class RandomWriteTest {
  private static final long SEED = Long.getLong("aludel.test.seed", 77L);
  private static final int COUNT = 300;

  private static Map<Integer, Integer> stored(Connection connection, RandomExpressions made) {
    Map<Integer, Integer> rows = new TreeMap<>();
    connection
        .execute(select(made.id, made.a))
        .forEach(row -> rows.put(row.get(made.id), row.get(made.a)));
    return rows;
  }

  @Test
  void writes_byChance_leaveWhatJavaSays(Engine engine) {
    RandomExpressions made = new RandomExpressions(SEED);
    made.metadata.createAll(engine);
    engine.inTransaction(connection -> {
      RandomExpressionTest.store(connection, made);
      assertThat(stored(connection, made)).isEqualTo(RandomWrites.present());
      for (long seed = SEED; seed < SEED + COUNT; seed++) {
        Write write = RandomWrites.write(engine.dialect(), seed);
        var savepoint = connection.beginNested();
        connection.execute(write.statement());
        assertThat(stored(connection, made))
            .as("statement of seed %d: %s", seed, write.statement())
            .isEqualTo(write.left());
        savepoint.rollback();
      }
    });
  }

  @Test
  void keys_ofWritesByChance_areEqualIfAndOnlyIfTheirSqlIs(Engine engine) {
    Dialect dialect = engine.dialect();
    Map<StructuralKey, List<Object>> byKey = new HashMap<>();
    Map<List<Object>, StructuralKey> bySql = new HashMap<>();
    for (long seed = SEED; seed < SEED + 4 * COUNT; seed++) {
      StatementNode node = RandomWrites.write(dialect, seed).statement().statementNode();
      StructuralKey key = node.keyed().key();
      List<Object> compiled = RandomQueryTest.compiled(dialect, node);
      StructuralKey known = bySql.putIfAbsent(compiled, key);
      assertThat(known == null || known.equals(key))
          .as("one SQL of two keys, seed %d: %s", seed, compiled.get(0))
          .isTrue();
      List<Object> same = byKey.putIfAbsent(key, compiled);
      if (same != null && dialect.compile(node, CompileOptions.NONE).isFixed()) {
        assertThat(same).as("one key of two SQL, seed %d", seed).isEqualTo(compiled);
      }
    }
    assertThat(byKey.size()).isBetween(COUNT / 4, 4 * COUNT - COUNT / 4);
  }

  /** The rows that a statement gives back are those that it touched, as they are then. */
  @Test
  @Parity("ORM-SQL-26")
  void writes_byChance_giveBackWhatTheyTouched(Engine engine) {
    Dialect dialect = engine.dialect();
    RandomExpressions made = new RandomExpressions(SEED);
    made.metadata.createAll(engine);
    engine.inTransaction(connection -> {
      RandomExpressionTest.store(connection, made);
      for (long seed = SEED; seed < SEED + COUNT; seed++) {
        Write write = RandomWrites.write(dialect, seed);
        Executable returning = RandomWrites.returning(dialect, write.statement(), made);
        if (returning == null) {
          continue;
        }
        var savepoint = connection.beginNested();
        Map<Integer, Integer> given = new TreeMap<>();
        connection.execute(returning).forEach(row -> given.put(row.get(made.id), row.get(made.a)));
        Map<Integer, Integer> expected = new TreeMap<>(write.left());
        boolean deletes = write.statement() instanceof Delete;
        if (deletes) {
          expected = RandomWrites.present();
          expected.keySet().removeAll(write.left().keySet());
          assertThat(given).as("seed %d: %s", seed, returning).isEqualTo(expected);
        } else {
          assertThat(expected).as("seed %d: %s", seed, returning).containsAllEntriesOf(given);
          expected.entrySet().removeAll(RandomWrites.present().entrySet());
          assertThat(given).as("seed %d: %s", seed, returning).containsAllEntriesOf(expected);
        }
        assertThat(stored(connection, made)).isEqualTo(write.left());
        savepoint.rollback();
      }
    });
  }

  /** The same statement for many values, the later after the earlier. */
  @Test
  void changesInBatches_byChance_leaveWhatJavaSays(Engine engine) {
    RandomExpressions made = new RandomExpressions(SEED);
    made.metadata.createAll(engine);
    Random random = new Random(SEED);
    engine.inTransaction(connection -> {
      RandomExpressionTest.store(connection, made);
      Map<Integer, Integer> left = RandomWrites.present();
      List<Map<String, Object>> changes = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        Map<String, Object> values = new TreeMap<>();
        int id = 1 + random.nextInt(8);
        Integer a = random.nextInt(5) == 0 ? null : (Integer) random.nextInt();
        values.put("key", id);
        values.put("changed", a);
        changes.add(values);
        if (left.containsKey(id)) {
          left.put(id, a);
        }
      }
      connection.execute(
          update(made.table)
              .set(made.a, parameter("changed", SqlTypes.INTEGER))
              .where(made.id.eq(parameter("key", SqlTypes.INTEGER))),
          changes);
      assertThat(stored(connection, made)).isEqualTo(left);
      left.keySet().removeAll(List.of(2, 5));
      connection.execute(
          delete(made.table).where(made.id.eq(parameter("key", SqlTypes.INTEGER))),
          List.of(Map.of("key", 5), Map.of("key", 99), Map.of("key", 2)));
      assertThat(stored(connection, made)).isEqualTo(left);
    });
  }

  /** The same rows one after the other, as a batch with named parameters. */
  @Test
  void batches_byChance_leaveWhatJavaSays(Engine engine) {
    RandomExpressions made = new RandomExpressions(SEED);
    made.metadata.createAll(engine);
    Random random = new Random(SEED);
    engine.inTransaction(connection -> {
      RandomExpressionTest.store(connection, made);
      Map<Integer, Integer> left = RandomWrites.present();
      List<Map<String, Object>> rows = new ArrayList<>();
      for (int id = 200; id < 200 + 137; id++) {
        Integer a = random.nextInt(5) == 0 ? null : (Integer) random.nextInt();
        Map<String, Object> values = new TreeMap<>();
        values.put("id", id);
        values.put("a", a);
        rows.add(values);
        left.put(id, a);
      }
      connection.execute(insert(made.table), rows);
      assertThat(stored(connection, made)).isEqualTo(left);
    });
  }
}
