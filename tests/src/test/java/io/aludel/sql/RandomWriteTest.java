package io.aludel.sql;

import static io.aludel.sql.Sql.delete;
import static io.aludel.sql.Sql.excluded;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.parameter;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.dialect.Capability;
import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.Dialect;
import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.sql.RandomExpressions.Sample;
import io.aludel.sql.RandomExpressions.Worth;
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

  /** One statement, and what it does to the column {@code a} of each row by its key. */
  private record Write(Executable statement, Map<Integer, Integer> left) {}

  private static Map<Integer, Integer> present() {
    Map<Integer, Integer> rows = new TreeMap<>();
    RandomExpressions.SAMPLES.forEach(sample -> rows.put(sample.id(), sample.a()));
    return rows;
  }

  private static Sample at(int id) {
    return id < 1 || id > 6 ? null : RandomExpressions.SAMPLES.get(id - 1);
  }

  private static Write write(Dialect dialect, long seed) {
    RandomExpressions made = new RandomExpressions(seed);
    Random random = RandomExpressions.scattered(~seed);
    return switch (random.nextInt(11)) {
      case 0 -> updated(made);
      case 1 ->
        dialect.supports(Capability.MULTI_TABLE_UPDATE) ? updatedFrom(made, random) : updated(made);
      case 2 -> deleted(made);
      case 3 ->
        dialect.supports(Capability.MULTI_TABLE_DELETE)
            ? deletedUsing(made, random)
            : deleted(made);
      case 4 -> insertedFrom(made);
      case 5 -> inserted(made, random);
      case 6 -> deletedByCommonTable(made);
      case 7 -> updatedByCommonTable(made);
      case 8 -> textual(random);
      default -> upserted(made, dialect, random);
    };
  }

  private static Write updated(RandomExpressions made) {
    Worth<Condition, Boolean> condition = made.condition(2);
    Worth<Expression<Integer>, Integer> number = made.number(2);
    while (number.expression().toString().contains("others.a")) {
      number = made.number(2); // SQLite would read what the statement itself has already changed
    }
    Map<Integer, Integer> left = present();
    for (Sample sample : RandomExpressions.SAMPLES) {
      if (Boolean.TRUE.equals(condition.value().apply(sample))) {
        left.put(sample.id(), number.value().apply(sample));
      }
    }
    return new Write(
        update(made.table).set(made.a, number.expression()).where(condition.expression()), left);
  }

  private static Write updatedFrom(RandomExpressions made, Random random) {
    int distance = 1 + random.nextInt(2);
    int added = random.nextInt(9);
    Alias other = made.table.as("other");
    Map<Integer, Integer> left = present();
    for (Sample sample : RandomExpressions.SAMPLES) {
      Sample found = at(sample.id() + distance);
      if (found != null && sample.b() != null) {
        left.put(sample.id(), found.b() == null ? null : (Integer) (found.b() + added));
      }
    }
    return new Write(
        update(made.table)
            .set(made.a, other.c(made.b).plus(added))
            .where(other.c(made.id).eq(made.id.plus(distance)), made.b.isNotNull()),
        left);
  }

  private static Write deleted(RandomExpressions made) {
    Worth<Condition, Boolean> condition = made.condition(3);
    Map<Integer, Integer> left = present();
    for (Sample sample : RandomExpressions.SAMPLES) {
      if (Boolean.TRUE.equals(condition.value().apply(sample))) {
        left.remove(sample.id());
      }
    }
    return new Write(delete(made.table).where(condition.expression()), left);
  }

  private static Write deletedUsing(RandomExpressions made, Random random) {
    int distance = 1 + random.nextInt(3);
    Alias other = made.table.as("other");
    Map<Integer, Integer> left = present();
    for (Sample sample : RandomExpressions.SAMPLES) {
      Sample found = at(sample.id() - distance);
      if (found != null && found.a() == null) {
        left.remove(sample.id());
      }
    }
    return new Write(
        delete(made.table)
            .using(other)
            .where(other.c(made.id).eq(made.id.minus(distance)), other.c(made.a).isNull()),
        left);
  }

  private static Write deletedByCommonTable(RandomExpressions made) {
    Worth<Condition, Boolean> condition = made.condition(2);
    Cte chosen =
        select(made.id.as("k")).from(made.table).where(condition.expression()).cte("chosen");
    Map<Integer, Integer> left = present();
    for (Sample sample : RandomExpressions.SAMPLES) {
      if (Boolean.TRUE.equals(condition.value().apply(sample))) {
        left.remove(sample.id());
      }
    }
    return new Write(delete(made.table).where(made.id.in(select(chosen.<Integer>c("k")))), left);
  }

  private static Write updatedByCommonTable(RandomExpressions made) {
    Worth<Condition, Boolean> condition = made.condition(2);
    Cte chosen =
        select(made.id.as("k")).from(made.table).where(condition.expression()).cte("chosen");
    Cte all = select(made.id.as("k"), made.b.as("n")).from(made.table).cte("all_rows");
    Map<Integer, Integer> left = present();
    for (Sample sample : RandomExpressions.SAMPLES) {
      if (Boolean.TRUE.equals(condition.value().apply(sample))) {
        left.put(sample.id(), sample.b());
      }
    }
    return new Write(
        update(made.table)
            .set(
                made.a,
                select(all.<Integer>c("n"))
                    .where(all.<Integer>c("k").eq(made.id))
                    .asScalar())
            .where(made.id.in(select(chosen.<Integer>c("k")))),
        left);
  }

  private static Write textual(Random random) {
    int id = 1 + random.nextInt(6);
    int a = random.nextInt(100);
    Map<Integer, Integer> left = present();
    if (random.nextBoolean()) {
      left.put(id, a);
      return new Write(
          Sql.text("UPDATE samples SET a = :a WHERE id = :id").bind("id", id).bind("a", a), left);
    }
    left.remove(id);
    return new Write(Sql.text("DELETE FROM samples WHERE id = :id").bind("id", id), left);
  }

  private static Write insertedFrom(RandomExpressions made) {
    Worth<Condition, Boolean> condition = made.condition(2);
    Worth<Expression<Integer>, Integer> number = made.number(2);
    Map<Integer, Integer> left = present();
    for (Sample sample : RandomExpressions.SAMPLES) {
      if (Boolean.TRUE.equals(condition.value().apply(sample))) {
        left.put(sample.id() + 100, number.value().apply(sample));
      }
    }
    Select<Integer> query = select(made.id.plus(100), number.expression())
        .from(made.table)
        .where(condition.expression());
    return new Write(insert(made.table).fromSelect(List.of("id", "a"), query), left);
  }

  private static Write inserted(RandomExpressions made, Random random) {
    Map<Integer, Integer> left = present();
    List<NewRow> rows = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      Integer a = random.nextInt(4) == 0 ? null : (Integer) random.nextInt(100);
      rows.add(row("id", 50 + i, "a", a));
      left.put(50 + i, a);
    }
    return new Write(insert(made.table).values(rows), left);
  }

  private static Write upserted(RandomExpressions made, Dialect dialect, Random random) {
    int first = 4 + random.nextInt(3);
    List<NewRow> rows = new ArrayList<>();
    Map<Integer, Integer> left = present();
    boolean nothing = random.nextInt(3) == 0;
    boolean conditional = !nothing && dialect.supports(Capability.UPSERT_CONDITION);
    for (int id = first; id < first + 3; id++) {
      int a = random.nextInt(100);
      rows.add(row("id", id, "a", a));
      Sample known = at(id);
      if (known == null) {
        left.put(id, a);
      } else if (!nothing && (!conditional || known.a() == null)) {
        left.put(id, a + (known.a() == null ? 0 : known.a()));
      }
    }
    Expression<?>[] target = dialect.supports(Capability.UPSERT_TARGET)
        ? new Expression<?>[] {made.id}
        : new Expression<?>[0];
    Insert.Conflict conflict = insert(made.table).values(rows).onConflict(target);
    return new Write(
        nothing
            ? conflict.doNothing()
            : conflict.doUpdate(change -> {
              Update changed = change.set(made.a, excluded(made.a).plus(func.coalesce(made.a, 0)));
              return conditional ? changed.where(made.a.isNull()) : changed;
            }),
        left);
  }

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
      assertThat(stored(connection, made)).isEqualTo(present());
      for (long seed = SEED; seed < SEED + COUNT; seed++) {
        Write write = write(engine.dialect(), seed);
        var savepoint = connection.beginNested();
        connection.execute(write.statement);
        assertThat(stored(connection, made))
            .as("statement of seed %d: %s", seed, write.statement)
            .isEqualTo(write.left);
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
      StatementNode node = write(dialect, seed).statement.statementNode();
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
        Write write = write(dialect, seed);
        Executable returning = returning(dialect, write.statement, made);
        if (returning == null) {
          continue;
        }
        var savepoint = connection.beginNested();
        Map<Integer, Integer> given = new TreeMap<>();
        connection.execute(returning).forEach(row -> given.put(row.get(made.id), row.get(made.a)));
        Map<Integer, Integer> expected = new TreeMap<>(write.left);
        boolean deletes = write.statement instanceof Delete;
        if (deletes) {
          expected = present();
          expected.keySet().removeAll(write.left.keySet());
          assertThat(given).as("seed %d: %s", seed, returning).isEqualTo(expected);
        } else {
          assertThat(expected).as("seed %d: %s", seed, returning).containsAllEntriesOf(given);
          expected.entrySet().removeAll(present().entrySet());
          assertThat(given).as("seed %d: %s", seed, returning).containsAllEntriesOf(expected);
        }
        assertThat(stored(connection, made)).isEqualTo(write.left);
        savepoint.rollback();
      }
    });
  }

  private static Executable returning(
      Dialect dialect, Executable statement, RandomExpressions made) {
    if (statement instanceof Insert insert && dialect.supports(Capability.INSERT_RETURNING)) {
      return insert.returning(made.id, made.a);
    }
    if (statement instanceof Update update && dialect.supports(Capability.UPDATE_RETURNING)) {
      return update.returning(made.id, made.a);
    }
    if (statement instanceof Delete delete
        && dialect.supports(Capability.DELETE_RETURNING)
        && !delete.toString().contains(" USING ")) {
      return delete.returning(made.id, made.a);
    }
    return null;
  }

  /** The same statement for many values, the later after the earlier. */
  @Test
  void changesInBatches_byChance_leaveWhatJavaSays(Engine engine) {
    RandomExpressions made = new RandomExpressions(SEED);
    made.metadata.createAll(engine);
    Random random = new Random(SEED);
    engine.inTransaction(connection -> {
      RandomExpressionTest.store(connection, made);
      Map<Integer, Integer> left = present();
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
      Map<Integer, Integer> left = present();
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
