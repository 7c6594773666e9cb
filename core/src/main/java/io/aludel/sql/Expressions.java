package io.aludel.sql;

import io.aludel.ArgumentException;
import io.aludel.sql.internal.Lists;
import io.aludel.sql.internal.Operands;
import io.aludel.sql.internal.Projections;
import io.aludel.sql.internal.Words;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.ConstantNode;
import io.aludel.sql.tree.NamedColumnNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ParameterNode;
import io.aludel.sql.tree.RawNode;
import io.aludel.sql.tree.UnaryNode;
import io.aludel.sql.tree.construct.ExcludedNode;
import io.aludel.sql.tree.construct.ExtractNode;
import io.aludel.sql.tree.construct.InlineNode;
import io.aludel.sql.tree.construct.TupleNode;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The factories of expressions and projections that {@link Sql} offers. */
class Expressions {
  Expressions() {}

  /**
   * The expression that is always NULL.
   *
   * @param <T> any type
   * @return NULL
   */
  public static <T> Expression<T> nullValue() {
    return new Words.Any<>(ConstantNode.NULL);
  }

  /**
   * A value as an expression. It is a bound parameter like any other.
   *
   * @param value the value
   * @param <T> its Java type
   * @return the expression
   * @throws ArgumentException if {@code value} is null or no SQL type holds it
   */
  public static <T> ColumnExpression<T> literal(T value) {
    return new Words.Any<>(Operands.literal(Operands.present(value, "literal", "value")));
  }

  /**
   * A value of a stated type as an expression.
   *
   * @param value the value, null for NULL
   * @param type its type
   * @param <T> its Java type
   * @return the expression
   */
  public static <T> ColumnExpression<T> literal(@Nullable T value, SqlType<T> type) {
    return new Words.Any<>(BindNode.of(value, Operands.present(type, "literal", "type")));
  }

  /**
   * SQL text as an expression. It stands in the statement as it is: never make it from input.
   *
   * @param sql the text
   * @return the expression
   */
  public static ColumnExpression<Object> literalColumn(String sql) {
    return literalColumn(sql, SqlTypes.UNKNOWN);
  }

  /**
   * SQL text as an expression of a stated type. It stands in the statement as it is: never make it from
   * input.
   *
   * @param sql the text
   * @param type the type of its value
   * @param <T> its Java type
   * @return the expression
   */
  public static <T> ColumnExpression<T> literalColumn(String sql, SqlType<T> type) {
    return new Words.Any<>(new RawNode(
        Operands.name(sql, "literalColumn"), Operands.present(type, "literalColumn", "type")));
  }

  /**
   * A column of a name alone, such as a label to order by.
   *
   * @param name the name
   * @return the column
   */
  public static ColumnExpression<Object> named(String name) {
    return named(name, SqlTypes.UNKNOWN);
  }

  /**
   * A column of a name and a type alone.
   *
   * @param name the name
   * @param type the type
   * @param <T> its Java type
   * @return the column
   */
  public static <T> ColumnExpression<T> named(String name, SqlType<T> type) {
    return new Words.Any<>(
        new NamedColumnNode(Operands.name(name, "named"), Operands.present(type, "named", "type")));
  }

  /**
   * A value given by name when the statement runs.
   *
   * @param name the name
   * @param type the type of the value
   * @param <T> its Java type
   * @return the expression
   */
  public static <T> ColumnExpression<T> parameter(String name, SqlType<T> type) {
    return new Words.Any<>(new ParameterNode(
        Operands.name(name, "parameter"), Operands.present(type, "parameter", "type")));
  }

  /**
   * An expression whose equal values count once, within an aggregate function.
   *
   * @param expression the expression
   * @param <T> its Java type
   * @return the expression
   */
  public static <T> Expression<T> distinct(Expression<T> expression) {
    Node node = Operands.present(expression, "distinct", "expression").node();
    return new Words.Any<>(new UnaryNode(UnaryNode.Operator.DISTINCT, node));
  }

  /**
   * A choice among conditions.
   *
   * @param condition when the result applies
   * @param result the result
   * @param <T> its Java type
   * @return the choice, to be continued
   */
  public static <T> Case<T> caseWhen(Condition condition, T result) {
    return Case.of(condition, result);
  }

  /**
   * A choice among conditions.
   *
   * @param condition when the result applies
   * @param result the result
   * @param <T> its Java type
   * @return the choice, to be continued
   */
  public static <T> Case<T> caseWhen(Condition condition, Expression<T> result) {
    return Case.of(condition, result);
  }

  /**
   * A choice among the values of an expression.
   *
   * @param operand the expression
   * @param <S> its Java type
   * @return the choice, to be continued
   */
  public static <S> SimpleCase.Start<S> caseOf(Expression<S> operand) {
    return new SimpleCase.Start<>(Operands.present(operand, "case", "expression"));
  }

  /**
   * An expression of a select list that makes one object of each row.
   *
   * @param maker makes the object, such as the constructor of a record
   * @param first its first value
   * @param <A> the Java type of its first value
   * @param <T> the Java type of the object
   * @return what a select list may hold
   */
  @SuppressWarnings("unchecked") // each value was read as the type of its expression
  public static <A, T> Projection<T> into(Function<A, T> maker, Selectable<A> first) {
    return Projections.of(maker, values -> maker.apply((A) values[0]), first);
  }

  /**
   * Several expressions of a select list that make one object of each row.
   *
   * @param maker makes the object, such as the constructor of a record
   * @param first its first value
   * @param second its second value
   * @param <A> the Java type of its first value
   * @param <B> the Java type of its second value
   * @param <T> the Java type of the object
   * @return what a select list may hold
   */
  @SuppressWarnings("unchecked") // each value was read as the type of its expression
  public static <A, B, T> Projection<T> into(
      BiFunction<A, B, T> maker, Selectable<A> first, Selectable<B> second) {
    return Projections.of(
        maker, values -> maker.apply((A) values[0], (B) values[1]), first, second);
  }

  /**
   * Several expressions of a select list that make one object of each row.
   *
   * @param maker makes the object, such as the constructor of a record
   * @param first its first value
   * @param second its second value
   * @param third its third value
   * @param <A> the Java type of its first value
   * @param <B> the Java type of its second value
   * @param <C> the Java type of its third value
   * @param <T> the Java type of the object
   * @return what a select list may hold
   */
  @SuppressWarnings("unchecked") // each value was read as the type of its expression
  public static <A, B, C, T> Projection<T> into(
      Constructors.Of3<A, B, C, T> maker,
      Selectable<A> first,
      Selectable<B> second,
      Selectable<C> third) {
    return Projections.of(
        maker,
        values -> maker.make((A) values[0], (B) values[1], (C) values[2]),
        first,
        second,
        third);
  }

  /**
   * Several expressions of a select list that make one object of each row.
   *
   * @param maker makes the object, such as the constructor of a record
   * @param first its first value
   * @param second its second value
   * @param third its third value
   * @param fourth its fourth value
   * @param <A> the Java type of its first value
   * @param <B> the Java type of its second value
   * @param <C> the Java type of its third value
   * @param <D> the Java type of its fourth value
   * @param <T> the Java type of the object
   * @return what a select list may hold
   */
  @SuppressWarnings("unchecked") // each value was read as the type of its expression
  public static <A, B, C, D, T> Projection<T> into(
      Constructors.Of4<A, B, C, D, T> maker,
      Selectable<A> first,
      Selectable<B> second,
      Selectable<C> third,
      Selectable<D> fourth) {
    return Projections.of(
        maker,
        values -> maker.make((A) values[0], (B) values[1], (C) values[2], (D) values[3]),
        first,
        second,
        third,
        fourth);
  }

  /**
   * Several expressions of a select list that make one object of each row.
   *
   * @param maker makes the object, such as the constructor of a record
   * @param first its first value
   * @param second its second value
   * @param third its third value
   * @param fourth its fourth value
   * @param fifth its fifth value
   * @param <A> the Java type of its first value
   * @param <B> the Java type of its second value
   * @param <C> the Java type of its third value
   * @param <D> the Java type of its fourth value
   * @param <E> the Java type of its fifth value
   * @param <T> the Java type of the object
   * @return what a select list may hold
   */
  @SuppressWarnings("unchecked") // each value was read as the type of its expression
  public static <A, B, C, D, E, T> Projection<T> into(
      Constructors.Of5<A, B, C, D, E, T> maker,
      Selectable<A> first,
      Selectable<B> second,
      Selectable<C> third,
      Selectable<D> fourth,
      Selectable<E> fifth) {
    return Projections.of(
        maker,
        values ->
            maker.make((A) values[0], (B) values[1], (C) values[2], (D) values[3], (E) values[4]),
        first,
        second,
        third,
        fourth,
        fifth);
  }

  /**
   * Several expressions of a select list that make one object of each row.
   *
   * @param maker makes the object, such as the constructor of a record
   * @param first its first value
   * @param second its second value
   * @param third its third value
   * @param fourth its fourth value
   * @param fifth its fifth value
   * @param sixth its sixth value
   * @param <A> the Java type of its first value
   * @param <B> the Java type of its second value
   * @param <C> the Java type of its third value
   * @param <D> the Java type of its fourth value
   * @param <E> the Java type of its fifth value
   * @param <F> the Java type of its sixth value
   * @param <T> the Java type of the object
   * @return what a select list may hold
   */
  @SuppressWarnings("unchecked") // each value was read as the type of its expression
  public static <A, B, C, D, E, F, T> Projection<T> into(
      Constructors.Of6<A, B, C, D, E, F, T> maker,
      Selectable<A> first,
      Selectable<B> second,
      Selectable<C> third,
      Selectable<D> fourth,
      Selectable<E> fifth,
      Selectable<F> sixth) {
    return Projections.of(
        maker,
        values -> maker.make(
            (A) values[0], (B) values[1], (C) values[2], (D) values[3], (E) values[4], (F)
                values[5]),
        first,
        second,
        third,
        fourth,
        fifth,
        sixth);
  }

  /**
   * Any number of expressions of a select list that make one object of each row.
   *
   * @param maker makes the object from the values in their order
   * @param values the expressions
   * @param <T> the Java type of the object
   * @return what a select list may hold
   */
  public static <T> Projection<T> intoAll(
      Function<List<@Nullable Object>, T> maker, Selectable<?>... values) {
    return Projections.of(
        maker,
        row -> maker.apply(Collections.unmodifiableList(Arrays.<@Nullable Object>asList(row))),
        values);
  }

  /**
   * Several values compared as one.
   *
   * @param first the first value
   * @param more further values
   * @return the tuple
   */
  public static TupleExpression tuple(Expression<?> first, Expression<?>... more) {
    List<Node> nodes = List.of(Operands.present(first, "tuple", "expression").node());
    return new TupleExpression(new TupleNode(Lists.nodes(nodes, more, "tuple")));
  }

  /**
   * A window whose rows are parted by values; say it to {@code over}.
   *
   * @param expressions the values
   * @return the window
   */
  public static Window partitionBy(Expression<?>... expressions) {
    return Window.ALL.partitionBy(expressions);
  }

  /**
   * A window whose rows are in an order; say it to {@code over}.
   *
   * @param keys what to order by
   * @return the window
   */
  public static Window orderBy(OrderKey... keys) {
    return Window.ALL.orderBy(keys);
  }

  /**
   * The value that an upsert could not insert into a column, because a row was there already.
   *
   * @param column the column
   * @param <T> its Java type
   * @return the value
   */
  public static <T> ColumnExpression<T> excluded(Expression<T> column) {
    return new Words.Any<>(
        new ExcludedNode(Operands.present(column, "excluded", "column").node()));
  }

  /**
   * A part of a date or time, as a number.
   *
   * @param field which part
   * @param moment the date or time
   * @return the number
   */
  public static NumericExpression<Integer> extract(ExtractNode.Field field, Expression<?> moment) {
    return new Words.Numeric<>(new ExtractNode(
        Operands.present(field, "extract", "field"),
        Operands.present(moment, "extract", "expression").node()));
  }

  /**
   * A value written into the SQL as a literal. It is part of the statement's shape, so each value is
   * compiled anew: for the few places where a database takes no parameter.
   *
   * @param value the value
   * @param type its type
   * @param <T> its Java type
   * @return the value
   */
  public static <T> ColumnExpression<T> inlined(T value, SqlType<T> type) {
    return new Words.Any<>(new InlineNode(
        Operands.present(value, "inlined", "value"), Operands.present(type, "inlined", "type")));
  }
}
