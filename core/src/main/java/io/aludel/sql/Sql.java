package io.aludel.sql;

import io.aludel.ArgumentException;
import io.aludel.sql.internal.AliasColumns;
import io.aludel.sql.internal.Conditions;
import io.aludel.sql.internal.Operands;
import io.aludel.sql.internal.Projections;
import io.aludel.sql.internal.Words;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.ConjunctionNode.Kind;
import io.aludel.sql.tree.ConstantNode;
import io.aludel.sql.tree.NamedColumnNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ParameterNode;
import io.aludel.sql.tree.RawNode;
import io.aludel.sql.tree.UnaryNode;
import io.aludel.sql.tree.statement.SelectNode;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The words that start statements and expressions, to be imported statically. The ORM's {@code Orm}
 * extends this class, so that one import gives the words of both. None of them sends SQL.
 */
public class Sql {
  /** SQL functions. */
  public static final Functions func = new Functions();

  /** For the class that adds the words of the ORM. */
  protected Sql() {}

  /**
   * A SELECT.
   *
   * @param first what each row begins with
   * @param more what else each row holds
   * @param <T> the Java type of the first
   * @return the statement
   */
  public static <T> Select<T> select(Selectable<T> first, Selectable<?>... more) {
    return Select.of(first, more);
  }

  /**
   * A SELECT of all columns of a table or an alias, or of whatever it is that a select list shows of it.
   *
   * @param source the table or alias
   * @return the statement
   * @throws ArgumentException if its columns are not known
   */
  public static Select<Object> select(FromClause source) {
    if (source instanceof Selectable<?> selectable) {
      return Select.of(SelectNode.of(List.of(selectable.node())));
    }
    List<Node> columns =
        AliasColumns.all(Operands.present(source, "select", "source").fromNode());
    return Select.of(SelectNode.of(columns));
  }

  /**
   * An INSERT.
   *
   * @param target the table
   * @return the statement
   */
  public static Insert insert(FromClause target) {
    return Insert.into(Operands.present(target, "insert", "target").fromNode());
  }

  /**
   * An UPDATE of all rows, until it has a condition.
   *
   * @param target the table
   * @return the statement
   */
  public static Update update(FromClause target) {
    return Update.of(Operands.present(target, "update", "target").fromNode());
  }

  /**
   * A DELETE of all rows, until it has a condition.
   *
   * @param target the table
   * @return the statement
   */
  public static Delete delete(FromClause target) {
    return Delete.from(Operands.present(target, "delete", "target").fromNode());
  }

  /**
   * A statement given as SQL text, in which {@code :name} is a parameter.
   *
   * @param sql the text
   * @return the statement
   */
  public static TextStatement text(String sql) {
    return TextStatement.of(sql);
  }

  /**
   * The values of a row to be inserted, or of the columns to be updated.
   *
   * @param column the name of the first column
   * @param value its value, null for NULL
   * @param more further columns and values in turn; a column is a name or the column itself
   * @return the row
   * @throws ArgumentException if a value is missing, or something else stands where a column should
   */
  public static NewRow row(String column, @Nullable Object value, @Nullable Object... more) {
    return NewRow.ofPairs(Operands.name(column, "row"), value, more);
  }

  /**
   * True when all conditions are. Nested ones are flattened, and absent ones left out.
   *
   * @param first a condition
   * @param more the others
   * @return the condition
   */
  public static Condition and(Condition first, Condition... more) {
    return Conditions.and(Operands.present(first, "and", "condition").node(), more);
  }

  /**
   * True when any condition is. Nested ones are flattened, and absent ones left out.
   *
   * @param first a condition
   * @param more the others
   * @return the condition
   */
  public static Condition or(Condition first, Condition... more) {
    return Conditions.or(Operands.present(first, "or", "condition").node(), more);
  }

  /**
   * True when all conditions are.
   *
   * @param conditions the conditions; the result is absent without any
   * @return the condition
   */
  public static Condition allOf(List<? extends Condition> conditions) {
    return Conditions.of(Conditions.joined(Kind.AND, nodes(conditions, "allOf")));
  }

  /**
   * True when any condition is.
   *
   * @param conditions the conditions; the result is absent without any
   * @return the condition
   */
  public static Condition anyOf(List<? extends Condition> conditions) {
    return Conditions.of(Conditions.joined(Kind.OR, nodes(conditions, "anyOf")));
  }

  /**
   * True when a condition is false.
   *
   * @param condition the condition
   * @return the condition; the opposite operator where there is one
   */
  public static Condition not(Condition condition) {
    return Conditions.not(Operands.present(condition, "not", "condition").node());
  }

  /**
   * A test whether a query has any rows. It leaves to the enclosing statement the tables that are
   * selected from there.
   *
   * @param query the query
   * @return the condition
   */
  public static Condition exists(Query<?> query) {
    return Operands.present(query, "exists", "query").exists();
  }

  /**
   * The condition that is always true.
   *
   * @return true
   */
  public static Condition trueCondition() {
    return Conditions.of(ConstantNode.TRUE);
  }

  /**
   * The condition that is always false.
   *
   * @return false
   */
  public static Condition falseCondition() {
    return Conditions.of(ConstantNode.FALSE);
  }

  /**
   * The condition that adds nothing to whatever it is part of.
   *
   * @return the absent condition
   */
  public static Condition absentCondition() {
    return Conditions.ABSENT;
  }

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

  private static List<Node> nodes(List<? extends Condition> conditions, String operation) {
    List<Node> nodes = new ArrayList<>();
    for (Condition condition : Operands.present(conditions, operation, "list of conditions")) {
      nodes.add(Operands.present(condition, operation, "condition").node());
    }
    return nodes;
  }
}
