package io.aludel.sql;

import io.aludel.sql.internal.Lists;
import io.aludel.sql.internal.Operands;
import io.aludel.sql.internal.Words;
import io.aludel.sql.tree.FunctionNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.RawNode;
import io.aludel.sql.tree.construct.AggregateNode;
import io.aludel.sql.tree.construct.InlineNode;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SQL functions whose types are known, and a way to call any other. Reached as {@code func}. */
public final class Functions {
  Functions() {}

  /**
   * A call of any function.
   *
   * @param name its name; quoted where the dialect needs it, so that a package stands before a dot
   * @param type the type of its value
   * @param arguments expressions, or values that become bound parameters
   * @param <T> the Java type of its value
   * @return the call
   * @throws io.aludel.ArgumentException if an argument is null or of a class no SQL type holds
   */
  public <T> Call.Any<T> call(String name, SqlType<T> type, Object... arguments) {
    List<Node> nodes = new ArrayList<>();
    for (Object argument : Operands.present(arguments, name, "list of arguments")) {
      Object present = Operands.present(argument, name, "argument");
      nodes.add(
          present instanceof Selectable<?> expression
              ? expression.node()
              : Operands.literal(present));
    }
    return new Call.Any<>(new FunctionNode(
        Operands.name(name, "a call"), List.copyOf(nodes), Operands.present(type, name, "type")));
  }

  /**
   * The number of rows.
   *
   * @return the number
   */
  public Call.Numeric<Long> count() {
    Node all = new RawNode("*", SqlTypes.UNKNOWN);
    return new Call.Numeric<>(new FunctionNode("count", List.of(all), SqlTypes.BIGINT));
  }

  /**
   * The number of rows in which an expression is not NULL.
   *
   * @param expression the expression
   * @return the number
   */
  public Call.Numeric<Long> count(Expression<?> expression) {
    return new Call.Numeric<>(of("count", expression, SqlTypes.BIGINT));
  }

  /**
   * The sum over all rows, of the type of what is summed: cast it first if it may exceed that.
   *
   * @param expression the expression
   * @param <N> its Java type
   * @return the sum, NULL without rows
   */
  public <N> Call.Numeric<N> sum(Expression<N> expression) {
    Operands.numeric(Operands.present(expression, "sum", "argument").node(), "sum");
    return new Call.Numeric<>(of("sum", expression, null));
  }

  /**
   * The average over all rows, with its fraction.
   *
   * @param expression the expression
   * @return the average, NULL without rows
   */
  public Call.Numeric<BigDecimal> avg(Expression<?> expression) {
    Operands.numeric(Operands.present(expression, "avg", "argument").node(), "avg");
    return new Call.Numeric<>(of("avg", expression, SqlTypes.NUMERIC));
  }

  /**
   * The least value of all rows.
   *
   * @param expression the expression
   * @param <T> its Java type
   * @return the value, NULL without rows
   */
  public <T> Call.Any<T> min(Expression<T> expression) {
    return new Call.Any<>(of("min", expression, null));
  }

  /**
   * The greatest value of all rows.
   *
   * @param expression the expression
   * @param <T> its Java type
   * @return the value, NULL without rows
   */
  public <T> Call.Any<T> max(Expression<T> expression) {
    return new Call.Any<>(of("max", expression, null));
  }

  /**
   * The first of two values that is not NULL.
   *
   * @param expression the first
   * @param fallback the second
   * @param <T> their Java type
   * @return the value
   */
  public <T> ColumnExpression<T> coalesce(Expression<T> expression, T fallback) {
    Node first = Operands.present(expression, "coalesce", "argument").node();
    Node second = Operands.operand(first, fallback, "coalesce");
    return new Words.Any<>(new FunctionNode("coalesce", List.of(first, second), null));
  }

  /**
   * The first value that is not NULL.
   *
   * @param first the first
   * @param more the others
   * @param <T> their Java type
   * @return the value
   */
  @SafeVarargs
  public final <T> ColumnExpression<T> coalesce(
      Expression<T> first, Expression<? extends T>... more) {
    List<Node> nodes = List.of(Operands.present(first, "coalesce", "argument").node());
    return new Words.Any<>(
        new FunctionNode("coalesce", Lists.nodes(nodes, more, "coalesce"), null));
  }

  /**
   * NULL where an expression has a certain value, else the expression.
   *
   * @param expression the expression
   * @param value the value
   * @param <T> its Java type
   * @return the value
   */
  public <T> ColumnExpression<T> nullIf(Expression<T> expression, T value) {
    Node first = Operands.present(expression, "nullIf", "argument").node();
    Node second = Operands.operand(first, value, "nullIf");
    return new Words.Any<>(new FunctionNode("nullif", List.of(first, second), null));
  }

  /**
   * Text in lower case.
   *
   * @param text the text
   * @return the text
   */
  public TextExpression lower(Expression<String> text) {
    return new Words.Text(of("lower", text, SqlTypes.STRING));
  }

  /**
   * Text in upper case.
   *
   * @param text the text
   * @return the text
   */
  public TextExpression upper(Expression<String> text) {
    return new Words.Text(of("upper", text, SqlTypes.STRING));
  }

  /**
   * Text without spaces around it.
   *
   * @param text the text
   * @return the text
   */
  public TextExpression trim(Expression<String> text) {
    return new Words.Text(of("trim", text, SqlTypes.STRING));
  }

  /**
   * The number of characters of text.
   *
   * @param text the text
   * @return the number
   */
  public NumericExpression<Integer> length(Expression<String> text) {
    return new Words.Numeric<>(of("length", text, SqlTypes.INTEGER));
  }

  /**
   * A number without its sign.
   *
   * @param number the number
   * @param <N> its Java type
   * @return the number
   */
  public <N> NumericExpression<N> abs(Expression<N> number) {
    return new Words.Numeric<>(of("abs", number, null));
  }

  /**
   * A number rounded to a whole one.
   *
   * @param number the number
   * @param <N> its Java type
   * @return the number
   */
  public <N> NumericExpression<N> round(Expression<N> number) {
    return new Words.Numeric<>(of("round", number, null));
  }

  /**
   * A number rounded to some digits behind the point.
   *
   * @param number the number
   * @param digits the digits
   * @param <N> its Java type
   * @return the number
   */
  public <N> NumericExpression<N> round(Expression<N> number, int digits) {
    Node first = Operands.present(number, "round", "argument").node();
    return new Words.Numeric<>(
        new FunctionNode("round", List.of(first, Operands.literal(digits)), null));
  }

  /**
   * Date and time at the start of the transaction or the statement, as the database has it.
   *
   * @return the time
   */
  public OrderedExpression<LocalDateTime> now() {
    return new Words.Ordered<>(new FunctionNode("now", List.of(), SqlTypes.TIMESTAMP));
  }

  /**
   * Date and time at the start of the transaction or the statement, in the words of the standard.
   *
   * @return the time
   */
  public OrderedExpression<LocalDateTime> currentTimestamp() {
    return new Words.Ordered<>(
        new FunctionNode("current_timestamp", List.of(), SqlTypes.TIMESTAMP));
  }

  /**
   * Today's date.
   *
   * @return the date
   */
  public OrderedExpression<LocalDate> currentDate() {
    return new Words.Ordered<>(new FunctionNode("current_date", List.of(), SqlTypes.DATE));
  }

  /**
   * The time of day.
   *
   * @return the time
   */
  public OrderedExpression<LocalTime> currentTime() {
    return new Words.Ordered<>(new FunctionNode("current_time", List.of(), SqlTypes.TIME));
  }

  /**
   * The number of a row in its part of a window, from 1; say {@code over}.
   *
   * @return the call
   */
  public Call.Numeric<Long> rowNumber() {
    return ranking("row_number", SqlTypes.BIGINT);
  }

  /**
   * The rank of a row in its part of a window, from 1, with gaps behind equals; say {@code over}.
   *
   * @return the call
   */
  public Call.Numeric<Long> rank() {
    return ranking("rank", SqlTypes.BIGINT);
  }

  /**
   * The rank of a row in its part of a window, from 1, without gaps; say {@code over}.
   *
   * @return the call
   */
  public Call.Numeric<Long> denseRank() {
    return ranking("dense_rank", SqlTypes.BIGINT);
  }

  /**
   * The rank of a row in its part of a window, from 0 to 1; say {@code over}.
   *
   * @return the call
   */
  public Call.Numeric<Double> percentRank() {
    return ranking("percent_rank", SqlTypes.DOUBLE);
  }

  /**
   * The share of rows in a part of a window that come no later; say {@code over}.
   *
   * @return the call
   */
  public Call.Numeric<Double> cumeDist() {
    return ranking("cume_dist", SqlTypes.DOUBLE);
  }

  /**
   * The number of the bucket a row falls into when its part of a window is divided; say {@code over}.
   *
   * @param buckets how many buckets there are
   * @return the call
   */
  public Call.Numeric<Integer> ntile(int buckets) {
    List<Node> arguments = List.of(Operands.literal(buckets));
    return new Call.Numeric<>(new FunctionNode("ntile", arguments, SqlTypes.INTEGER));
  }

  /**
   * A value of an earlier row of a window, or NULL; say {@code over}.
   *
   * @param expression the value
   * @param rows how many rows before
   * @param <T> its Java type
   * @return the call
   */
  public <T> Call.Any<T> lag(Expression<T> expression, int rows) {
    return positioned("lag", expression, rows);
  }

  /**
   * A value of a later row of a window, or NULL; say {@code over}.
   *
   * @param expression the value
   * @param rows how many rows after
   * @param <T> its Java type
   * @return the call
   */
  public <T> Call.Any<T> lead(Expression<T> expression, int rows) {
    return positioned("lead", expression, rows);
  }

  /**
   * A value of the first row of a window's frame; say {@code over}.
   *
   * @param expression the value
   * @param <T> its Java type
   * @return the call
   */
  public <T> Call.Any<T> firstValue(Expression<T> expression) {
    return new Call.Any<>(of("first_value", expression, null));
  }

  /**
   * A value of the last row of a window's frame, which by default ends at the current row; say
   * {@code over}.
   *
   * @param expression the value
   * @param <T> its Java type
   * @return the call
   */
  public <T> Call.Any<T> lastValue(Expression<T> expression) {
    return new Call.Any<>(of("last_value", expression, null));
  }

  /**
   * A value of a certain row of a window's frame; say {@code over}.
   *
   * @param expression the value
   * @param row which row, from 1
   * @param <T> its Java type
   * @return the call
   */
  public <T> Call.Any<T> nthValue(Expression<T> expression, int row) {
    return positioned("nth_value", expression, row);
  }

  /**
   * The value at a share of values in order, between two of them if need be; say {@code withinGroup}.
   *
   * @param share the share, from 0 to 1
   * @return the call
   */
  public Call.Numeric<Double> percentileCont(double share) {
    List<Node> arguments = List.of(Operands.literal(share));
    return new Call.Numeric<>(new FunctionNode("percentile_cont", arguments, SqlTypes.DOUBLE));
  }

  /**
   * The first value at or behind a share of values in order; say {@code withinGroup}.
   *
   * @param share the share, from 0 to 1
   * @param type the type of the values
   * @param <T> its Java type
   * @return the call
   */
  public <T> Call.Any<T> percentileDisc(double share, SqlType<T> type) {
    return call("percentile_disc", type, share);
  }

  /**
   * Texts joined to one, in the order that {@code ordered} says.
   *
   * @param text the text of each row
   * @param separator what stands between two, which is a part of the statement's shape
   * @return the call
   */
  public Call.Any<String> aggregateStrings(Expression<String> text, String separator) {
    Node first = Operands.present(text, "aggregateStrings", "argument").node();
    String between = Operands.present(separator, "aggregateStrings", "separator");
    List<Node> arguments = List.of(first, new InlineNode(between, SqlTypes.STRING));
    FunctionNode joined = new FunctionNode("aggregate_strings", arguments, SqlTypes.STRING);
    return new Call.Any<>(new AggregateNode(joined, List.of(), List.of(), null));
  }

  /**
   * A random number, whose range each database has its own.
   *
   * @return the call
   */
  public Call.Numeric<Double> random() {
    return ranking("random", SqlTypes.DOUBLE);
  }

  /**
   * All combinations of values, to group by: each alone, together, and none.
   *
   * @param expressions the values
   * @return what to group by
   */
  public Expression<Object> cube(Expression<?>... expressions) {
    return grouping("cube", expressions);
  }

  /**
   * Values to group by, then without the last, and so on down to none.
   *
   * @param expressions the values
   * @return what to group by
   */
  public Expression<Object> rollup(Expression<?>... expressions) {
    return grouping("rollup", expressions);
  }

  /**
   * Several ways to group, one after another; a way by several values is a tuple.
   *
   * @param sets the ways
   * @return what to group by
   */
  public Expression<Object> groupingSets(Expression<?>... sets) {
    return grouping("grouping sets", sets);
  }

  private static Expression<Object> grouping(String name, Expression<?>... expressions) {
    List<Node> nodes = Lists.nodes(List.of(), expressions, name);
    return new Words.Any<>(new FunctionNode(name, nodes, SqlTypes.UNKNOWN));
  }

  private static <N> Call.Numeric<N> ranking(String name, SqlType<N> type) {
    return new Call.Numeric<>(new FunctionNode(name, List.of(), type));
  }

  private static <T> Call.Any<T> positioned(String name, Expression<T> expression, int position) {
    Node first = Operands.present(expression, name, "argument").node();
    return new Call.Any<>(new FunctionNode(name, List.of(first, Operands.literal(position)), null));
  }

  private static FunctionNode of(String name, Expression<?> argument, @Nullable SqlType<?> result) {
    Node node = Operands.present(argument, name, "argument").node();
    return new FunctionNode(name, List.of(node), result);
  }
}
