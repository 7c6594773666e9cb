package io.aludel.sql;

import static io.aludel.sql.Sql.delete;
import static io.aludel.sql.Sql.excluded;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.update;

import io.aludel.dialect.Capability;
import io.aludel.dialect.Dialect;
import io.aludel.sql.RandomExpressions.EmptyText;
import io.aludel.sql.RandomExpressions.Sample;
import io.aludel.sql.RandomExpressions.Worth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Makes statements at random that change a table, each with what it must leave there by plain Java. */
final class RandomWrites {
  private RandomWrites() {}

  /** One statement, and what it does to the column {@code a} of each row by its key. */
  record Write(Executable statement, Map<Integer, Integer> left) {}

  static Map<Integer, Integer> present() {
    Map<Integer, Integer> rows = new TreeMap<>();
    RandomExpressions.SAMPLES.forEach(sample -> rows.put(sample.id(), sample.a()));
    return rows;
  }

  private static Sample at(int id) {
    return id < 1 || id > 6 ? null : RandomExpressions.SAMPLES.get(id - 1);
  }

  static Write write(Dialect dialect, long seed) {
    return write(dialect, seed, EmptyText.KEPT);
  }

  static Write write(Dialect dialect, long seed, EmptyText empty) {
    RandomExpressions made = new RandomExpressions(seed, seed, empty);
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
    for (Sample sample : made.samples) {
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
    for (Sample sample : made.samples) {
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
    for (Sample sample : made.samples) {
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
    for (Sample sample : made.samples) {
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
    for (Sample sample : made.samples) {
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
    for (Sample sample : made.samples) {
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
    for (Sample sample : made.samples) {
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

  /** The same statement, giving back what it touched, or null where the database cannot. */
  static Executable returning(Dialect dialect, Executable statement, RandomExpressions made) {
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
}
