package io.aludel.sql;

import io.aludel.sql.internal.Conditions;
import io.aludel.sql.internal.Operands;
import io.aludel.sql.internal.Words;
import io.aludel.sql.tree.BinaryNode.Operator;
import io.aludel.sql.tree.CastNode;
import io.aludel.sql.tree.UnaryNode;
import io.aludel.types.SqlType;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Something that has a value for each row, with the operators that every type has. Its Java type {@code
 * T} decides what it can be compared with; further operators come with {@link OrderedExpression},
 * {@link TextExpression}, {@link NumericExpression} and {@link Condition}. Immutable, safe to share,
 * and without any SQL being sent: values become bound parameters when a statement runs.
 *
 * @param <T> the Java type of the value
 */
public interface Expression<T> extends Selectable<T>, OrderKey {
  /**
   * A test whether this equals a value.
   *
   * @param value the value; null makes {@code IS NULL}
   * @return the condition
   * @throws io.aludel.ArgumentException if the SQL type of this does not hold such a value
   */
  default Condition eq(@Nullable T value) {
    return Operands.equality(this, value, Operator.EQ);
  }

  /**
   * A test whether this equals another expression.
   *
   * @param other the other expression; null makes {@code IS NULL}
   * @return the condition
   */
  default Condition eq(@Nullable Expression<? extends T> other) {
    return Operands.equality(this, other, Operator.EQ);
  }

  /**
   * A test whether this differs from a value. NULL differs from nothing here; see {@link
   * #isDistinctFrom(Object)}.
   *
   * @param value the value; null makes {@code IS NOT NULL}
   * @return the condition
   * @throws io.aludel.ArgumentException if the SQL type of this does not hold such a value
   */
  default Condition ne(@Nullable T value) {
    return Operands.equality(this, value, Operator.NE);
  }

  /**
   * A test whether this differs from another expression.
   *
   * @param other the other expression; null makes {@code IS NOT NULL}
   * @return the condition
   */
  default Condition ne(@Nullable Expression<? extends T> other) {
    return Operands.equality(this, other, Operator.NE);
  }

  /**
   * A test whether this equals a value, which adds nothing when there is none.
   *
   * @param value the value, or null for a condition that is left out of its statement
   * @return the condition
   */
  default Condition eqIf(@Nullable T value) {
    return value == null ? Conditions.ABSENT : eq(value);
  }

  /**
   * A test whether this differs from a value, which adds nothing when there is none.
   *
   * @param value the value, or null for a condition that is left out of its statement
   * @return the condition
   */
  default Condition neIf(@Nullable T value) {
    return value == null ? Conditions.ABSENT : ne(value);
  }

  /**
   * A test whether this is NULL.
   *
   * @return the condition
   */
  default Condition isNull() {
    return Conditions.of(new UnaryNode(UnaryNode.Operator.IS_NULL, node()));
  }

  /**
   * A test whether this is not NULL.
   *
   * @return the condition
   */
  default Condition isNotNull() {
    return Conditions.of(new UnaryNode(UnaryNode.Operator.IS_NOT_NULL, node()));
  }

  /**
   * A test whether this is among some values. Without any it is false. The number of values does not
   * change the compiled statement.
   *
   * @param values the values, or expressions among them
   * @return the condition
   * @throws io.aludel.ArgumentException if one is null or not held by the SQL type of this
   */
  @SuppressWarnings("unchecked") // of the varargs, which are only read
  default Condition in(T... values) {
    return Operands.in(this, values, false);
  }

  /**
   * A test whether this is among some values; see {@link #in(Object[])}.
   *
   * @param values the values
   * @return the condition
   * @throws io.aludel.ArgumentException if one is null or not held by the SQL type of this
   */
  default Condition in(Collection<? extends T> values) {
    return Operands.in(this, values, false);
  }

  /**
   * A test whether this is among the values that a query gives.
   *
   * @param query a query of one column
   * @return the condition
   */
  default Condition in(Query<? extends T> query) {
    return Operands.in(this, query, false);
  }

  /**
   * A test whether this is among some values, which adds nothing when there is no collection. An empty
   * collection is a condition that is false.
   *
   * @param values the values, or null for a condition that is left out of its statement
   * @return the condition
   */
  default Condition inIf(@Nullable Collection<? extends T> values) {
    return values == null ? Conditions.ABSENT : in(values);
  }

  /**
   * A test whether this is none of some values. Without any it is true, even of NULL.
   *
   * @param values the values, or expressions among them
   * @return the condition
   * @throws io.aludel.ArgumentException if one is null or not held by the SQL type of this
   */
  @SuppressWarnings("unchecked") // of the varargs, which are only read
  default Condition notIn(T... values) {
    return Operands.in(this, values, true);
  }

  /**
   * A test whether this is none of some values; see {@link #notIn(Object[])}.
   *
   * @param values the values
   * @return the condition
   * @throws io.aludel.ArgumentException if one is null or not held by the SQL type of this
   */
  default Condition notIn(Collection<? extends T> values) {
    return Operands.in(this, values, true);
  }

  /**
   * A test whether this is none of the values that a query gives.
   *
   * @param query a query of one column
   * @return the condition
   */
  default Condition notIn(Query<? extends T> query) {
    return Operands.in(this, query, true);
  }

  /**
   * A test whether this differs from a value, where NULL is a value like any other.
   *
   * @param value the value, null included
   * @return the condition
   */
  default Condition isDistinctFrom(@Nullable T value) {
    return Operands.distinct(this, value, Operator.IS_DISTINCT_FROM);
  }

  /**
   * A test whether this differs from another expression, where NULL is a value like any other.
   *
   * @param other the other expression
   * @return the condition
   */
  default Condition isDistinctFrom(Expression<? extends T> other) {
    return Operands.distinct(this, other, Operator.IS_DISTINCT_FROM);
  }

  /**
   * A test whether this equals a value, where NULL is a value like any other.
   *
   * @param value the value, null included
   * @return the condition
   */
  default Condition isNotDistinctFrom(@Nullable T value) {
    return Operands.distinct(this, value, Operator.IS_NOT_DISTINCT_FROM);
  }

  /**
   * A test whether this equals another expression, where NULL is a value like any other.
   *
   * @param other the other expression
   * @return the condition
   */
  default Condition isNotDistinctFrom(Expression<? extends T> other) {
    return Operands.distinct(this, other, Operator.IS_NOT_DISTINCT_FROM);
  }

  /**
   * An operator that Aludel does not know, with its value.
   *
   * @param operator the operator: words, or signs
   * @param operand the right operand, a value or an expression
   * @param type the type of its value
   * @param <S> its Java type
   * @return the value
   * @throws io.aludel.ArgumentException if the operator could be anything else
   */
  default <S> ColumnExpression<S> op(String operator, Object operand, SqlType<S> type) {
    SqlType<S> result = Operands.present(type, "op", "type");
    return new Words.Any<>(Operands.operator(node(), operator, operand, result));
  }

  /**
   * An operator that Aludel does not know, as a condition.
   *
   * @param operator the operator: words, or signs
   * @param operand the right operand, a value or an expression
   * @return the condition
   * @throws io.aludel.ArgumentException if the operator could be anything else
   */
  default Condition test(String operator, Object operand) {
    return Conditions.of(Operands.operator(node(), operator, operand, null));
  }

  /**
   * This expression under a name in the result. {@code ORDER BY} and {@code GROUP BY} may use the name.
   *
   * @param name the name
   * @return the labelled expression
   */
  default Label<T> as(String name) {
    return Label.of(this, name);
  }

  /**
   * This value converted by the database.
   *
   * @param type the type to convert to
   * @param <S> its Java type
   * @return the converted value
   */
  default <S> ColumnExpression<S> cast(SqlType<S> type) {
    return new Words.Any<>(new CastNode(node(), Operands.present(type, "cast", "type"), false));
  }

  /**
   * This value read as another type, without asking the database to convert it.
   *
   * @param type the type to read as
   * @param <S> its Java type
   * @return the same value
   */
  default <S> ColumnExpression<S> readAs(SqlType<S> type) {
    return new Words.Any<>(new CastNode(node(), Operands.present(type, "readAs", "type"), true));
  }

  /**
   * This expression as an ascending key of {@code ORDER BY}.
   *
   * @return the key
   */
  default Order asc() {
    return Order.ascending(node());
  }

  /**
   * This expression as a descending key of {@code ORDER BY}.
   *
   * @return the key
   */
  default Order desc() {
    return Order.descending(node());
  }
}
