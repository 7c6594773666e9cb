package io.aludel.sql;

import static io.aludel.sql.Sql.caseWhen;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.literal;
import static io.aludel.sql.Sql.named;
import static io.aludel.sql.Sql.orderBy;
import static io.aludel.sql.Sql.partitionBy;
import static io.aludel.sql.Sql.select;

import io.aludel.dialect.Capability;
import io.aludel.dialect.Dialect;
import io.aludel.sql.RandomExpressions.EmptyText;
import io.aludel.sql.RandomExpressions.Sample;
import io.aludel.sql.RandomExpressions.Worth;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Makes queries at random, each with the rows it must give by plain Java. All give two whole numbers, {@code
 * k}, which is never null, and {@code n}.
 */
final class RandomQueries {
  final RandomExpressions made;
  private final Dialect dialect;
  private final Random shape;
  private final Random values;

  RandomQueries(Dialect dialect, long shapeSeed, long valueSeed) {
    this(dialect, shapeSeed, valueSeed, EmptyText.KEPT);
  }

  RandomQueries(Dialect dialect, long shapeSeed, long valueSeed, EmptyText empty) {
    this.dialect = dialect;
    made = new RandomExpressions(shapeSeed, valueSeed, empty);
    shape = RandomExpressions.scattered(shapeSeed + 1);
    values = RandomExpressions.scattered(valueSeed + 1);
  }

  /** A query, and its rows in any order. */
  record Asked(Query<Integer> query, List<List<Integer>> rows) {}

  Asked query(int depth) {
    return switch (shape.nextInt(depth <= 0 ? 6 : 15)) {
      case 0 -> plain();
      case 1 -> window();
      case 2 -> grouped();
      case 3 -> written();
      case 4 -> paged();
      case 5 -> textual();
      case 6 -> derived(depth, false);
      case 7 -> derived(depth, true);
      case 8 -> joined(depth);
      case 9, 10 -> combined(depth);
      case 11 -> recursive();
      case 12 -> cut(depth);
      case 13 -> dialect.supports(Capability.LATERAL) ? lateral() : among(depth);
      default -> among(depth);
    };
  }

  private static List<Integer> pair(Integer k, Integer n) {
    return Arrays.asList(k, n);
  }

  private List<Sample> where(Worth<Condition, Boolean> condition) {
    return made.samples.stream()
        .filter(row -> Boolean.TRUE.equals(condition.value().apply(row)))
        .toList();
  }

  private static List<List<Integer>> rows(
      List<Sample> samples, Function<Sample, Integer> k, Function<Sample, Integer> n) {
    List<List<Integer>> rows = new ArrayList<>();
    samples.forEach(row -> rows.add(pair(k.apply(row), n.apply(row))));
    return rows;
  }

  private Asked plain() {
    Worth<Condition, Boolean> condition = made.condition(2);
    Worth<Expression<Integer>, Integer> number = made.number(2);
    Worth<Expression<Integer>, Integer> bucket = bucket();
    boolean distinct = shape.nextBoolean();
    Select<Integer> query = select(
            bucket.expression().as("k"), number.expression().as("n"))
        .from(made.table)
        .where(condition.expression());
    List<List<Integer>> rows = rows(where(condition), bucket.value(), number.value());
    return distinct
        ? new Asked(query.distinct(), new ArrayList<>(new LinkedHashSet<>(rows)))
        : new Asked(query, rows);
  }

  /** A number below 4, which is never null. */
  private Worth<Expression<Integer>, Integer> bucket() {
    int divisor = 2 + values.nextInt(3);
    return new Worth<>(made.id.modulo(divisor), row -> row.id() % divisor);
  }

  private Asked paged() {
    Worth<Condition, Boolean> condition = made.condition(1);
    Worth<Expression<Integer>, Integer> number = made.number(1);
    int limit = 1 + values.nextInt(4);
    int offset = values.nextInt(3);
    List<Sample> found = where(condition);
    int from = Math.min(offset, found.size());
    List<Sample> page = found.subList(from, Math.min(found.size(), from + limit));
    return new Asked(
        select(made.id.as("k"), number.expression().as("n"))
            .from(made.table)
            .where(condition.expression())
            .orderBy(made.id)
            .limit(limit)
            .offset(offset),
        rows(page, Sample::id, number.value()));
  }

  private Asked written() {
    List<List<Integer>> rows = new ArrayList<>();
    Values written = Sql.values(named("k", SqlTypes.INTEGER), named("n", SqlTypes.INTEGER));
    for (int i = 1 + shape.nextInt(3); i > 0; i--) {
      List<Integer> row = pair(values.nextInt(9), values.nextInt(20) - 10);
      rows.add(row);
      written = written.row(row.get(0), row.get(1));
    }
    Alias alias = written.as("written");
    return new Asked(select(alias.<Integer>c("k").as("k"), alias.<Integer>c("n").as("n")), rows);
  }

  /** SQL of an application, with values by name. */
  private Asked textual() {
    int least = values.nextInt(5);
    int added = values.nextInt(9);
    String order = shape.nextBoolean() ? "a" : "b";
    Query<Integer> query = Sql.text("SELECT id AS k, " + order + " + :added AS n FROM samples"
            + " WHERE id > :least /* :none */")
        .bind("added", added, SqlTypes.INTEGER)
        .bind("least", least, SqlTypes.INTEGER)
        .columns(named("k", SqlTypes.INTEGER), named("n", SqlTypes.INTEGER));
    List<Sample> found = made.samples.stream().filter(row -> row.id() > least).toList();
    return new Asked(query, rows(found, Sample::id, row -> {
      Integer value = order.equals("a") ? row.a() : row.b();
      return value == null ? null : (Integer) (value + added);
    }));
  }

  /** The first of a compound, in the order of whole rows. */
  private Asked cut(int depth) {
    Asked one = query(depth - 1);
    Asked other = query(depth - 1);
    List<List<Integer>> rows = new ArrayList<>(one.rows);
    rows.addAll(other.rows);
    Compound<Integer> query = one.query.unionAll(other.query);
    int limit = 1 + values.nextInt(5);
    int offset = values.nextInt(3);
    Alias all = query.subquery();
    ColumnExpression<Integer> n = all.c("n");
    rows.removeIf(row -> row.get(1) == null);
    rows.sort(Comparator.<List<Integer>, Integer>comparing(row -> row.get(0))
        .thenComparing(row -> row.get(1)));
    Select<Integer> present = select(all.<Integer>c("k").as("k"), n.as("n")).where(n.isNotNull());
    Select<Integer> nobody = present.where(n.isNull());
    return new Asked(
        present.unionAll(nobody).orderBy(named("k"), named("n")).limit(limit).offset(offset),
        page(rows, limit, offset));
  }

  private static List<List<Integer>> page(List<List<Integer>> rows, int limit, int offset) {
    int from = Math.min(offset, rows.size());
    return rows.subList(from, Math.min(rows.size(), from + limit));
  }

  /** Rows in an order that is asked for, nulls first or last. */
  Asked ordered(int depth) {
    Asked inner = query(depth);
    Alias all = inner.query.subquery();
    ColumnExpression<Integer> k = all.c("k");
    ColumnExpression<Integer> n = all.c("n");
    boolean down = shape.nextBoolean();
    boolean nullsFirst = shape.nextBoolean();
    int limit = 1 + values.nextInt(9);
    int offset = values.nextInt(3);
    Order byN = down ? n.desc() : n.asc();
    Comparator<Integer> direction = down ? Comparator.reverseOrder() : Comparator.naturalOrder();
    Comparator<Integer> withNulls =
        nullsFirst ? Comparator.nullsFirst(direction) : Comparator.nullsLast(direction);
    List<List<Integer>> rows = new ArrayList<>(inner.rows);
    rows.sort(Comparator.<List<Integer>, Integer>comparing(row -> row.get(1), withNulls)
        .thenComparing(row -> row.get(0)));
    return new Asked(
        select(k.as("k"), n.as("n"))
            .orderBy(nullsFirst ? byN.nullsFirst() : byN.nullsLast(), k)
            .limit(limit)
            .offset(offset),
        page(rows, limit, offset));
  }

  private Asked grouped() {
    Worth<Condition, Boolean> condition = made.condition(1);
    Worth<Expression<Integer>, Integer> bucket = bucket();
    Worth<Expression<Integer>, Integer> number = made.number(1);
    boolean most = shape.nextBoolean();
    long least = 1 + values.nextInt(2);
    Map<Integer, List<Sample>> groups = new LinkedHashMap<>();
    where(condition)
        .forEach(row -> groups
            .computeIfAbsent(bucket.value().apply(row), k -> new ArrayList<>())
            .add(row));
    List<List<Integer>> rows = new ArrayList<>();
    groups.forEach((k, members) -> {
      if (members.size() >= least) {
        var worths = members.stream().map(number.value()).filter(Objects::nonNull);
        rows.add(pair(
            k, (most ? worths.max(Integer::compare) : worths.min(Integer::compare)).orElse(null)));
      }
    });
    Expression<Integer> n = most ? func.max(number.expression()) : func.min(number.expression());
    return new Asked(
        select(bucket.expression().as("k"), n.as("n"))
            .from(made.table)
            .where(condition.expression())
            .groupBy(named("k"))
            .having(func.count().ge(least)),
        rows);
  }

  private Asked window() {
    Worth<Condition, Boolean> condition = made.condition(1);
    Worth<Expression<Integer>, Integer> number = made.number(1);
    boolean parted = shape.nextBoolean();
    List<Sample> found = where(condition);
    Window window = parted ? partitionBy(made.flag).orderBy(made.id) : orderBy(made.id.desc());
    int kind = shape.nextInt(5);
    int back = 1 + values.nextInt(2);
    Expression<Integer> worth = func.coalesce(number.expression(), 0);
    Expression<Integer> n = switch (kind) {
      case 0 -> func.rowNumber().over(window).cast(SqlTypes.INTEGER);
      case 1 -> func.lag(number.expression(), 1).over(window);
      case 2 ->
        func.max(number.expression())
            .over(window.rows(Window.preceding(back), Window.currentRow()));
      case 3 ->
        func.sum(worth)
            .over(window.rows(Window.unboundedPreceding(), Window.currentRow()))
            .cast(SqlTypes.INTEGER);
      default ->
        func.count(number.expression())
            .over(window.rows(Window.currentRow(), Window.unboundedFollowing()))
            .cast(SqlTypes.INTEGER);
    };
    List<List<Integer>> rows = new ArrayList<>();
    for (Sample row : found) {
      List<Sample> part = new ArrayList<>(found.stream()
          .filter(each -> !parted || Objects.equals(each.flag(), row.flag()))
          .toList());
      if (!parted) {
        java.util.Collections.reverse(part);
      }
      rows.add(pair(row.id(), worthIn(part, part.indexOf(row), kind, back, number.value())));
    }
    return new Asked(
        select(made.id.as("k"), n.as("n")).from(made.table).where(condition.expression()), rows);
  }

  private static Integer worthIn(
      List<Sample> part, int place, int kind, int back, Function<Sample, Integer> value) {
    return switch (kind) {
      case 0 -> place + 1;
      case 1 -> place == 0 ? null : value.apply(part.get(place - 1));
      case 2 ->
        part.subList(Math.max(0, place - back), place + 1).stream()
            .map(value)
            .filter(Objects::nonNull)
            .max(Integer::compare)
            .orElse(null);
      case 3 ->
        part.subList(0, place + 1).stream()
            .map(value)
            .filter(Objects::nonNull)
            .mapToInt(Integer::intValue)
            .sum();
      default ->
        (int) part.subList(place, part.size()).stream()
            .map(value)
            .filter(Objects::nonNull)
            .count();
    };
  }

  private Asked derived(int depth, boolean common) {
    Asked inner = query(depth - 1);
    int most = values.nextInt(7);
    String name = shape.nextBoolean() ? "inner_" + shape.nextInt(100) : null;
    FromClause source;
    ColumnExpression<Integer> k;
    ColumnExpression<Integer> n;
    if (common) {
      Cte cte = name == null ? inner.query.cte() : inner.query.cte(name);
      source = cte;
      k = cte.c("k");
      n = cte.c("n");
    } else {
      Alias alias = name == null ? inner.query.subquery() : inner.query.as(name);
      source = alias;
      k = alias.c("k");
      n = alias.c("n");
    }
    boolean lookedAtTwice = common && shape.nextBoolean();
    Expression<Integer> shown =
        caseWhen(n.isNull(), literal(-1)).otherwise(func.coalesce(n, 0).modulo(7));
    Select<Integer> query = select(k.as("k"), shown.as("n")).from(source).where(k.le(most));
    List<List<Integer>> rows = new ArrayList<>();
    for (List<Integer> row : inner.rows) {
      if (row.get(0) <= most) {
        rows.add(pair(row.get(0), row.get(1) == null ? Integer.valueOf(-1) : row.get(1) % 7));
      }
    }
    if (lookedAtTwice) {
      Alias again = source.as("again");
      query = query.where(
          select(again.<Integer>c("k")).where(again.<Integer>c("k").gt(k)).exists());
      int largest = inner.rows.stream().mapToInt(row -> row.get(0)).max().orElse(Integer.MIN_VALUE);
      rows.removeIf(row -> row.get(0) >= largest);
    }
    return new Asked(query, rows);
  }

  private Asked joined(int depth) {
    Asked inner = query(depth - 1);
    boolean left = shape.nextBoolean();
    Worth<Expression<Integer>, Integer> number =
        left ? new Worth<>(made.b, Sample::b) : made.number(1);
    Alias alias = inner.query.subquery();
    ColumnExpression<Integer> k = alias.c("k");
    Select<Integer> query = select(
            k.as("k"), func.coalesce(number.expression(), alias.<Integer>c("n")).as("n"))
        .from(alias);
    query =
        left ? query.leftJoin(made.table, made.id.eq(k)) : query.join(made.table, made.id.eq(k));
    List<List<Integer>> rows = new ArrayList<>();
    for (List<Integer> row : inner.rows) {
      Sample found = made.samples.stream()
          .filter(each -> each.id() == row.get(0))
          .findFirst()
          .orElse(null);
      if (found != null) {
        Integer own = number.value().apply(found);
        rows.add(pair(row.get(0), own == null ? row.get(1) : own));
      } else if (left) {
        rows.add(row);
      }
    }
    return new Asked(query, rows);
  }

  private Asked combined(int depth) {
    Asked one = query(depth - 1);
    Asked other = query(depth - 1);
    int kind = shape.nextInt(4);
    List<List<Integer>> rows = new ArrayList<>(one.rows);
    Compound<Integer> query = switch (kind) {
      case 0 -> one.query.unionAll(other.query);
      case 1 -> one.query.union(other.query);
      case 2 -> one.query.intersect(other.query);
      default -> one.query.except(other.query);
    };
    switch (kind) {
      case 0, 1 -> rows.addAll(other.rows);
      case 2 -> rows.retainAll(other.rows);
      default -> rows.removeAll(other.rows);
    }
    return new Asked(query, kind == 0 ? rows : new ArrayList<>(new LinkedHashSet<>(rows)));
  }

  private Asked recursive() {
    int most = 2 + values.nextInt(5);
    int step = 1 + values.nextInt(2);
    Cte counted = select(literal(1).as("k"), literal(most).as("n"))
        .cte("counted_" + shape.nextInt(50))
        .recursively(
            self -> select(self.<Integer>c("k").plus(step), self.<Integer>c("n").minus(1))
                .where(self.<Integer>c("k").lt(most)));
    List<List<Integer>> rows = new ArrayList<>();
    int k = 1;
    int n = most;
    rows.add(pair(k, n));
    while (k < most) {
      k += step;
      n--;
      rows.add(pair(k, n));
    }
    return new Asked(
        select(counted.<Integer>c("k").as("k"), counted.<Integer>c("n").as("n")), rows);
  }

  private Asked lateral() {
    Worth<Condition, Boolean> condition = made.condition(1);
    Worth<Expression<Integer>, Integer> number = made.number(0);
    Alias beside = select(func.coalesce(number.expression(), made.b).as("n"))
        .from(select(literal(1).as("one")).as("unit"))
        .correlate(made.table)
        .lateral("beside");
    return new Asked(
        select(made.id.as("k"), beside.<Integer>c("n").as("n"))
            .from(made.table, beside)
            .where(condition.expression()),
        rows(where(condition), Sample::id, row -> {
          Integer own = number.value().apply(row);
          return own == null ? row.b() : own;
        }));
  }

  private Asked among(int depth) {
    Asked inner = query(depth - 1);
    Worth<Expression<Integer>, Integer> number = made.number(1);
    Alias alias = inner.query.subquery();
    Select<Integer> keys = select(alias.<Integer>c("k"));
    boolean among = shape.nextBoolean();
    BiFunction<Integer, List<List<Integer>>, Boolean> isIn =
        (id, all) -> all.stream().anyMatch(row -> row.get(0).equals(id));
    List<Sample> found = made.samples.stream()
        .filter(row -> among == isIn.apply(row.id(), inner.rows))
        .toList();
    return new Asked(
        select(made.id.as("k"), number.expression().as("n"))
            .from(made.table)
            .where(among ? made.id.in(keys) : made.id.notIn(keys)),
        rows(found, Sample::id, number.value()));
  }
}
