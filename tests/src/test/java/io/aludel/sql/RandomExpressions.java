package io.aludel.sql;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.caseWhen;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.literal;

import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Makes expressions at random, each with a function that says in Java what it is worth for a row, SQL's
 * third truth value included.
 */
final class RandomExpressions {
  final MetaData metadata = new MetaData();
  final Column<Integer> id = column("id", SqlTypes.INTEGER).primaryKey();
  final Column<Integer> a = column("a", SqlTypes.INTEGER);
  final Column<Integer> b = column("b", SqlTypes.INTEGER);
  final Column<String> text = column("txt", SqlTypes.STRING(20));
  final Column<Boolean> flag = column("flag", SqlTypes.BOOLEAN);
  final Table table = Table.of("samples", metadata, id, a, b, text, flag);

  /** The rows, in the order of their keys. */
  static final List<Sample> SAMPLES = List.of(
      new Sample(1, 0, 5, "", true),
      new Sample(2, -7, null, "ab%c", false),
      new Sample(3, null, 3, null, null),
      new Sample(4, 42, -1, "a_b/c", true),
      new Sample(5, 5, 5, "zzz", null),
      new Sample(6, null, null, "b", false));

  record Sample(int id, Integer a, Integer b, String text, Boolean flag) {}

  record Worth<X, V>(X expression, Function<Sample, V> value) {}

  private final Random random;

  RandomExpressions(long seed) {
    random = new Random(seed);
  }

  Worth<Expression<Integer>, Integer> number(int depth) {
    int choice = random.nextInt(depth <= 0 ? 4 : 11);
    return switch (choice) {
      case 0 -> new Worth<>(a, Sample::a);
      case 1 -> new Worth<>(b, Sample::b);
      case 2 -> new Worth<>(text.length(), row -> row.text == null ? null : row.text.length());
      case 3 -> constant();
      case 4 -> arithmetic(depth, (one, other) -> one.plus(other), Integer::sum);
      case 5 -> arithmetic(depth, (one, other) -> one.minus(other), (x, y) -> x - y);
      case 6 -> arithmetic(depth, (one, other) -> one.times(other), (x, y) -> x * y);
      case 7 -> negated(depth);
      case 8 -> coalesced(depth);
      case 9 -> chosen(depth);
      default -> absolute(depth);
    };
  }

  private Worth<Expression<Integer>, Integer> constant() {
    int value = random.nextInt(21) - 10;
    return new Worth<>(literal(value), row -> value);
  }

  /** Every result is cut down, so that no database overflows. */
  private Worth<Expression<Integer>, Integer> arithmetic(
      int depth,
      BiFunction<NumericExpression<Integer>, Expression<Integer>, NumericExpression<Integer>> made,
      BiFunction<Integer, Integer, Integer> worth) {
    Worth<Expression<Integer>, Integer> left = number(depth - 1);
    Worth<Expression<Integer>, Integer> right = number(depth - 1);
    int divisor = 50 + random.nextInt(50);
    NumericExpression<Integer> operand =
        func.coalesce(left.expression, left.expression).plus(0);
    return new Worth<>(made.apply(operand, right.expression).modulo(divisor), row -> {
      Integer one = left.value.apply(row);
      Integer other = right.value.apply(row);
      return one == null || other == null ? null : worth.apply(one, other) % divisor;
    });
  }

  private Worth<Expression<Integer>, Integer> negated(int depth) {
    Worth<Expression<Integer>, Integer> inner = number(depth - 1);
    return new Worth<>(func.coalesce(inner.expression, inner.expression).negated(), row -> {
      Integer value = inner.value.apply(row);
      return value == null ? null : -value;
    });
  }

  private Worth<Expression<Integer>, Integer> absolute(int depth) {
    Worth<Expression<Integer>, Integer> inner = number(depth - 1);
    return new Worth<>(func.abs(inner.expression), row -> {
      Integer value = inner.value.apply(row);
      return value == null ? null : Math.abs(value);
    });
  }

  private Worth<Expression<Integer>, Integer> coalesced(int depth) {
    Worth<Expression<Integer>, Integer> inner = number(depth - 1);
    int fallback = random.nextInt(9);
    return new Worth<>(
        func.coalesce(inner.expression, fallback),
        row -> Objects.requireNonNullElse(inner.value.apply(row), fallback));
  }

  private Worth<Expression<Integer>, Integer> chosen(int depth) {
    Worth<Condition, Boolean> when = condition(depth - 1);
    Worth<Expression<Integer>, Integer> then = number(depth - 1);
    Worth<Expression<Integer>, Integer> otherwise = number(depth - 1);
    return new Worth<>(
        caseWhen(when.expression, then.expression).otherwise(otherwise.expression),
        row -> Boolean.TRUE.equals(when.value.apply(row))
            ? then.value.apply(row)
            : otherwise.value.apply(row));
  }

  Worth<Condition, Boolean> condition(int depth) {
    int choice = random.nextInt(depth <= 0 ? 7 : 14);
    return switch (choice) {
      case 0, 1 -> comparison(depth);
      case 2 -> nullTest(depth);
      case 3 -> membership(depth);
      case 4 -> piece();
      case 5 -> between(depth);
      case 6 -> truth();
      case 7, 8 -> joined(depth, true);
      case 9, 10 -> joined(depth, false);
      case 11 -> equalConditions(depth);
      case 12 -> distinct(depth);
      default -> negatedCondition(depth);
    };
  }

  private Worth<Condition, Boolean> comparison(int depth) {
    Worth<Expression<Integer>, Integer> left = number(depth - 1);
    Worth<Expression<Integer>, Integer> right = number(depth - 1);
    ColumnExpression<Integer> one = func.coalesce(left.expression, left.expression);
    int operator = random.nextInt(6);
    Condition condition = switch (operator) {
      case 0 -> one.eq(right.expression);
      case 1 -> one.ne(right.expression);
      case 2 -> one.lt(right.expression);
      case 3 -> one.le(right.expression);
      case 4 -> one.gt(right.expression);
      default -> one.ge(right.expression);
    };
    return new Worth<>(condition, row -> {
      Integer x = left.value.apply(row);
      Integer y = right.value.apply(row);
      return x == null || y == null ? null : holds(operator, x.compareTo(y));
    });
  }

  private static boolean holds(int operator, int order) {
    return switch (operator) {
      case 0 -> order == 0;
      case 1 -> order != 0;
      case 2 -> order < 0;
      case 3 -> order <= 0;
      case 4 -> order > 0;
      default -> order >= 0;
    };
  }

  private Worth<Condition, Boolean> nullTest(int depth) {
    Worth<Expression<Integer>, Integer> inner = number(depth - 1);
    boolean isNull = random.nextBoolean();
    return new Worth<>(
        isNull ? inner.expression.isNull() : inner.expression.isNotNull(),
        row -> isNull == (inner.value.apply(row) == null));
  }

  private Worth<Condition, Boolean> membership(int depth) {
    Worth<Expression<Integer>, Integer> inner = number(depth - 1);
    List<Integer> members = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      members.add(random.nextInt(11) - 5);
    }
    boolean among = random.nextBoolean();
    return new Worth<>(
        among ? inner.expression.in(members) : inner.expression.notIn(members), row -> {
          Integer value = inner.value.apply(row);
          if (members.isEmpty()) {
            return !among;
          }
          return value == null ? null : among == members.contains(value);
        });
  }

  private Worth<Condition, Boolean> piece() {
    String piece = List.of("a", "%", "_", "/c", "", "zz", "b%").get(random.nextInt(7));
    int place = random.nextInt(3);
    Condition condition = switch (place) {
      case 0 -> text.startsWith(piece);
      case 1 -> text.endsWith(piece);
      default -> text.contains(piece);
    };
    return new Worth<>(condition, row -> {
      if (row.text == null) {
        return null;
      }
      return place == 0
          ? row.text.startsWith(piece)
          : place == 1 ? row.text.endsWith(piece) : row.text.contains(piece);
    });
  }

  private Worth<Condition, Boolean> between(int depth) {
    Worth<Expression<Integer>, Integer> inner = number(depth - 1);
    int low = random.nextInt(10) - 5;
    int high = low + random.nextInt(8) - 1;
    ColumnExpression<Integer> operand = func.coalesce(inner.expression, inner.expression);
    return new Worth<>(operand.between(low, high), row -> {
      Integer value = inner.value.apply(row);
      if (value == null) {
        return null;
      }
      return value >= low && value <= high;
    });
  }

  private Worth<Condition, Boolean> truth() {
    return switch (random.nextInt(4)) {
      case 0 -> new Worth<>(flag.asCondition(), Sample::flag);
      case 1 -> new Worth<>(flag.eq(false), row -> row.flag == null ? null : !row.flag);
      case 2 -> new Worth<>(flag.isTrue(), row -> Boolean.TRUE.equals(row.flag));
      default -> new Worth<>(flag.isFalse(), row -> Boolean.FALSE.equals(row.flag));
    };
  }

  private Worth<Condition, Boolean> joined(int depth, boolean all) {
    Worth<Condition, Boolean> left = condition(depth - 1);
    Worth<Condition, Boolean> right = condition(depth - 1);
    return new Worth<>(
        all ? left.expression.and(right.expression) : left.expression.or(right.expression), row -> {
          Boolean one = left.value.apply(row);
          Boolean other = right.value.apply(row);
          if (Boolean.valueOf(!all).equals(one) || Boolean.valueOf(!all).equals(other)) {
            return !all;
          }
          return one == null || other == null ? null : (Boolean) all;
        });
  }

  private Worth<Condition, Boolean> negatedCondition(int depth) {
    Worth<Condition, Boolean> inner = condition(depth - 1);
    return new Worth<>(inner.expression.not(), row -> {
      Boolean value = inner.value.apply(row);
      return value == null ? null : !value;
    });
  }

  private Worth<Condition, Boolean> equalConditions(int depth) {
    Worth<Condition, Boolean> left = condition(depth - 1);
    Worth<Condition, Boolean> right = condition(depth - 1);
    return new Worth<>(left.expression.eq(right.expression), row -> {
      Boolean one = left.value.apply(row);
      Boolean other = right.value.apply(row);
      return one == null || other == null ? null : one.equals(other);
    });
  }

  private Worth<Condition, Boolean> distinct(int depth) {
    Worth<Expression<Integer>, Integer> left = number(depth - 1);
    Worth<Expression<Integer>, Integer> right = number(depth - 1);
    boolean same = random.nextBoolean();
    return new Worth<>(
        same
            ? left.expression.isNotDistinctFrom(right.expression)
            : left.expression.isDistinctFrom(right.expression),
        row -> same == Objects.equals(left.value.apply(row), right.value.apply(row)));
  }
}
