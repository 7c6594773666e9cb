package io.aludel.sql;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.caseWhen;
import static io.aludel.sql.Sql.func;
import static io.aludel.sql.Sql.literal;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.tuple;
import static io.aludel.sql.operator.JsonExpression.json;

import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.types.Json;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Makes expressions at random, each with a function that says in Java what it is worth for a row, SQL's
 * third truth value included.
 */
final class RandomExpressions {
  private static final Columns SHARED = new Columns();

  final MetaData metadata = SHARED.metadata;
  final Column<Integer> id = SHARED.id;
  final Column<Integer> a = SHARED.a;
  final Column<Integer> b = SHARED.b;
  final Column<String> text = SHARED.text;
  final Column<Boolean> flag = SHARED.flag;
  final Column<Json> doc = SHARED.doc;
  final Table table = SHARED.table;
  private final Alias others = table.as("others");

  /** One table for all, so that equal expressions have equal keys. */
  private static final class Columns {
    final MetaData metadata = new MetaData();
    final Column<Integer> id = column("id", SqlTypes.INTEGER).primaryKey();
    final Column<Integer> a = column("a", SqlTypes.INTEGER);
    final Column<Integer> b = column("b", SqlTypes.INTEGER);
    final Column<String> text = column("txt", SqlTypes.STRING(20));
    final Column<Boolean> flag = column("flag", SqlTypes.BOOLEAN);
    final Column<Json> doc = column("doc", SqlTypes.JSON);
    final Table table = Table.of("samples", metadata, id, a, b, text, flag, doc);
  }

  /** The rows, in the order of their keys. */
  static final List<Sample> SAMPLES = List.of(
      new Sample(1, 0, 5, "", true),
      new Sample(2, -7, null, "ab%c", false),
      new Sample(3, null, 3, null, null),
      new Sample(4, 42, -1, "a_b/c", true),
      new Sample(5, 5, 5, "zzz", null),
      new Sample(6, null, null, "b", false));

  record Sample(int id, Integer a, Integer b, String text, Boolean flag) {
    /** What its document says: its numbers, and its text. */
    Json doc() {
      Map<String, Object> members = new HashMap<>();
      members.put("n", Arrays.asList(a, b));
      members.put("t", text);
      return Json.of(Map.of("in", members));
    }
  }

  record Worth<X, V>(X expression, Function<Sample, V> value) {}

  /** What a database makes of text without a character. */
  enum EmptyText {
    /** A text like any other. */
    KEPT {
      @Override
      String kept(String text) {
        return text;
      }

      @Override
      String joined(String one, String other) {
        return one == null || other == null ? null : one + other;
      }
    },

    /** The same as none at all, which then leaves texts that it is joined with as they are. */
    NULL {
      @Override
      String kept(String text) {
        return "".equals(text) ? null : text;
      }

      @Override
      String joined(String one, String other) {
        String joined = Objects.requireNonNullElse(one, "") + Objects.requireNonNullElse(other, "");
        return kept(joined);
      }
    };

    abstract String kept(String text);

    abstract String joined(String one, String other);

    private Sample kept(Sample row) {
      return new Sample(row.id, row.a, row.b, kept(row.text), row.flag);
    }
  }

  /** The rows as the database keeps them. */
  final List<Sample> samples;

  private final EmptyText empty;
  private final Random random;
  private final Random values;

  RandomExpressions(long seed) {
    this(seed, seed);
  }

  /** Expressions whose shape comes from one source of chance, and whose values from another. */
  RandomExpressions(long shapeSeed, long valueSeed) {
    this(shapeSeed, valueSeed, EmptyText.KEPT);
  }

  /** Expressions for a database that makes something of text without a character. */
  RandomExpressions(long shapeSeed, long valueSeed, EmptyText empty) {
    random = scattered(shapeSeed);
    values = scattered(valueSeed);
    this.empty = empty;
    samples = SAMPLES.stream().map(empty::kept).toList();
  }

  /** A source of chance; plain ones of neighbouring seeds begin with nearly the same numbers. */
  static Random scattered(long seed) {
    return new Random(seed * 0x9E3779B97F4A7C15L);
  }

  Worth<Expression<Integer>, Integer> number(int depth) {
    int choice = random.nextInt(depth <= 0 ? 5 : 15);
    return switch (choice) {
      case 0 -> new Worth<>(a, Sample::a);
      case 1 -> new Worth<>(b, Sample::b);
      case 2 -> new Worth<>(text.length(), row -> row.text == null ? null : row.text.length());
      case 3 -> constant();
      case 4 -> member();
      case 5 -> arithmetic(depth, (one, other) -> one.plus(other), Integer::sum);
      case 6 -> arithmetic(depth, (one, other) -> one.minus(other), (x, y) -> x - y);
      case 7 -> arithmetic(depth, (one, other) -> one.times(other), (x, y) -> x * y);
      case 8 -> negated(depth);
      case 9 -> coalesced(depth);
      case 10 -> chosen(depth);
      case 11 -> lengthOfText(depth);
      case 12 -> fromAnotherRow();
      case 13 -> converted(depth);
      default -> absolute(depth);
    };
  }

  private Worth<Expression<Integer>, Integer> constant() {
    int value = values.nextInt(21) - 10;
    return new Worth<>(literal(value), row -> value);
  }

  /** A number of the document. */
  private Worth<Expression<Integer>, Integer> member() {
    int place = random.nextInt(2);
    return new Worth<>(
        json(doc).at("in").at("n").at(place).asInteger(), row -> place == 0 ? row.a : row.b);
  }

  private Worth<Expression<Integer>, Integer> lengthOfText(int depth) {
    Worth<Expression<String>, String> inner = text(depth - 1);
    return new Worth<>(func.length(inner.expression), row -> {
      String value = inner.value.apply(row);
      return value == null ? null : value.length();
    });
  }

  /** There as a number, gone to text and back. */
  private Worth<Expression<Integer>, Integer> converted(int depth) {
    Worth<Expression<Integer>, Integer> inner = number(depth - 1);
    Expression<Integer> typed = func.coalesce(inner.expression, inner.expression);
    return new Worth<>(typed.cast(SqlTypes.STRING(20)).cast(SqlTypes.INTEGER), inner.value);
  }

  /** What a subquery finds among the rows before this one. */
  private Worth<Expression<Integer>, Integer> fromAnotherRow() {
    int distance = values.nextInt(3);
    ColumnExpression<Integer> other = others.c(a);
    Select<Integer> largest = select(func.max(other)).where(others.c(id).lt(id.minus(distance)));
    return new Worth<>(
        largest.asScalar(),
        row -> SAMPLES.stream()
            .filter(each -> each.id < row.id - distance && each.a != null)
            .map(Sample::a)
            .max(Integer::compare)
            .orElse(null));
  }

  /** Text of ASCII, whose cases every database knows. */
  Worth<Expression<String>, String> text(int depth) {
    int choice = random.nextInt(depth <= 0 ? 3 : 7);
    return switch (choice) {
      case 0 -> new Worth<>(text, Sample::text);
      case 1 -> {
        String value = List.of("", "x", "Yz", "a%", "'").get(values.nextInt(5));
        yield new Worth<>(literal(value), row -> empty.kept(value));
      }
      case 2 -> new Worth<>(json(doc).at("in").at("t").asString(), Sample::text);
      case 3 -> changed(depth, func::lower, value -> value.toLowerCase(Locale.ROOT));
      case 4 -> changed(depth, func::upper, value -> value.toUpperCase(Locale.ROOT));
      case 5 -> concatenated(depth);
      default -> {
        Worth<Expression<Integer>, Integer> number = number(depth - 1);
        Expression<Integer> typed = func.coalesce(number.expression, number.expression);
        yield new Worth<>(typed.cast(SqlTypes.STRING(20)), row -> {
          Integer value = number.value.apply(row);
          return value == null ? null : value.toString();
        });
      }
    };
  }

  private Worth<Expression<String>, String> changed(
      int depth,
      Function<Expression<String>, Expression<String>> made,
      UnaryOperator<String> worth) {
    Worth<Expression<String>, String> inner = text(depth - 1);
    return new Worth<>(made.apply(inner.expression), row -> {
      String value = inner.value.apply(row);
      return value == null ? null : worth.apply(value);
    });
  }

  private Worth<Expression<String>, String> concatenated(int depth) {
    Worth<Expression<String>, String> left = text(depth - 1);
    Worth<Expression<String>, String> right = text(depth - 1);
    return new Worth<>(func.lower(left.expression).concat(right.expression), row -> {
      String one = left.value.apply(row);
      String other = right.value.apply(row);
      return empty.joined(one == null ? null : one.toLowerCase(Locale.ROOT), other);
    });
  }

  /** Every result is cut down, so that no database overflows. */
  private Worth<Expression<Integer>, Integer> arithmetic(
      int depth,
      BiFunction<NumericExpression<Integer>, Expression<Integer>, NumericExpression<Integer>> made,
      BiFunction<Integer, Integer, Integer> worth) {
    Worth<Expression<Integer>, Integer> left = number(depth - 1);
    Worth<Expression<Integer>, Integer> right = number(depth - 1);
    int divisor = 50 + values.nextInt(50);
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
    if (random.nextInt(4) == 0) {
      Integer value = values.nextInt(21) - 10;
      return new Worth<>(literal(value).negated(), row -> -value);
    }
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
    int fallback = values.nextInt(9);
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
    int choice = random.nextInt(depth <= 0 ? 9 : 17);
    return switch (choice) {
      case 0, 1 -> comparison(depth);
      case 2 -> nullTest(depth);
      case 3 -> membership(depth);
      case 4 -> piece();
      case 5 -> between(depth);
      case 6 -> truth();
      case 7 -> pairs();
      case 8 -> anotherRow();
      case 9, 10 -> joined(depth, true);
      case 11, 12 -> joined(depth, false);
      case 13 -> equalConditions(depth);
      case 14 -> distinct(depth);
      case 15 -> equalTexts(depth);
      default -> negatedCondition(depth);
    };
  }

  /** Rows of values are among others or are not; what nulls in them mean differs between databases. */
  private Worth<Condition, Boolean> pairs() {
    int x = values.nextInt(12) - 7;
    int y = values.nextInt(8) - 2;
    List<List<Integer>> wanted = List.of(List.of(x, y), List.of(42, -1), List.of(0, 5));
    Condition among = tuple(func.coalesce(a, 0), func.coalesce(b, 0))
        .in(wanted.get(0), wanted.get(1), wanted.get(2));
    return new Worth<>(
        among,
        row -> wanted.contains(
            List.of(Objects.requireNonNullElse(row.a, 0), Objects.requireNonNullElse(row.b, 0))));
  }

  private Worth<Condition, Boolean> anotherRow() {
    int distance = 1 + values.nextInt(3);
    boolean isThere = random.nextBoolean();
    Condition found = select(others.c(id))
        .where(others.c(id).eq(id.plus(distance)), others.c(b).isNotNull())
        .exists();
    return new Worth<>(
        isThere ? found : found.not(),
        row -> isThere
            == SAMPLES.stream().anyMatch(each -> each.id == row.id + distance && each.b != null));
  }

  private Worth<Condition, Boolean> equalTexts(int depth) {
    Worth<Expression<String>, String> left = text(depth - 1);
    Worth<Expression<String>, String> right = text(depth - 1);
    return new Worth<>(func.lower(left.expression).eq(func.lower(right.expression)), row -> {
      String one = left.value.apply(row);
      String other = right.value.apply(row);
      return one == null || other == null
          ? null
          : (Boolean) one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    });
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
    for (int i = values.nextInt(5); i > 0; i--) {
      members.add(values.nextInt(11) - 5);
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
    String piece = List.of("a", "%", "_", "/c", "", "zz", "b%").get(values.nextInt(7));
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
    int low = values.nextInt(10) - 5;
    int high = low + values.nextInt(8) - 1;
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

  /** H2 cannot read its own text of a comparison with a bare EXISTS, so it is never bare here. */
  private Worth<Condition, Boolean> equalConditions(int depth) {
    Worth<Condition, Boolean> left = condition(depth - 1);
    Worth<Condition, Boolean> right = joined(depth - 1, random.nextBoolean());
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
