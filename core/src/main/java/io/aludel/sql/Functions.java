package io.aludel.sql;

import io.aludel.sql.internal.Lists;
import io.aludel.sql.internal.Operands;
import io.aludel.sql.internal.Words;
import io.aludel.sql.tree.FunctionNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.RawNode;
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
  public <T> ColumnExpression<T> call(String name, SqlType<T> type, Object... arguments) {
    List<Node> nodes = new ArrayList<>();
    for (Object argument : Operands.present(arguments, name, "list of arguments")) {
      Object present = Operands.present(argument, name, "argument");
      nodes.add(
          present instanceof Selectable<?> expression
              ? expression.node()
              : Operands.literal(present));
    }
    return new Words.Any<>(new FunctionNode(
        Operands.name(name, "a call"), List.copyOf(nodes), Operands.present(type, name, "type")));
  }

  /**
   * The number of rows.
   *
   * @return the number
   */
  public NumericExpression<Long> count() {
    Node all = new RawNode("*", SqlTypes.UNKNOWN);
    return new Words.Numeric<>(new FunctionNode("count", List.of(all), SqlTypes.BIGINT));
  }

  /**
   * The number of rows in which an expression is not NULL.
   *
   * @param expression the expression
   * @return the number
   */
  public NumericExpression<Long> count(Expression<?> expression) {
    return new Words.Numeric<>(of("count", expression, SqlTypes.BIGINT));
  }

  /**
   * The sum over all rows, of the type of what is summed: cast it first if it may exceed that.
   *
   * @param expression the expression
   * @param <N> its Java type
   * @return the sum, NULL without rows
   */
  public <N> NumericExpression<N> sum(Expression<N> expression) {
    Operands.numeric(Operands.present(expression, "sum", "argument").node(), "sum");
    return new Words.Numeric<>(of("sum", expression, null));
  }

  /**
   * The average over all rows, with its fraction.
   *
   * @param expression the expression
   * @return the average, NULL without rows
   */
  public NumericExpression<BigDecimal> avg(Expression<?> expression) {
    Operands.numeric(Operands.present(expression, "avg", "argument").node(), "avg");
    return new Words.Numeric<>(of("avg", expression, SqlTypes.NUMERIC));
  }

  /**
   * The least value of all rows.
   *
   * @param expression the expression
   * @param <T> its Java type
   * @return the value, NULL without rows
   */
  public <T> ColumnExpression<T> min(Expression<T> expression) {
    return new Words.Any<>(of("min", expression, null));
  }

  /**
   * The greatest value of all rows.
   *
   * @param expression the expression
   * @param <T> its Java type
   * @return the value, NULL without rows
   */
  public <T> ColumnExpression<T> max(Expression<T> expression) {
    return new Words.Any<>(of("max", expression, null));
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

  private static FunctionNode of(String name, Expression<?> argument, @Nullable SqlType<?> result) {
    Node node = Operands.present(argument, name, "argument").node();
    return new FunctionNode(name, List.of(node), result);
  }
}
