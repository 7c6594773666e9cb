package io.aludel.sql;

import io.aludel.sql.internal.Conditions;
import io.aludel.sql.internal.Operands;
import io.aludel.sql.tree.BinaryNode.Operator;
import io.aludel.sql.tree.Node;
import org.jspecify.annotations.Nullable;

/**
 * The operators of values that have an order.
 *
 * @param <T> the Java type of the value
 */
public interface OrderOperators<T> {
  /**
   * The node that these words are about.
   *
   * @return the node
   */
  Node node();

  /**
   * A test whether this is less than a value.
   *
   * @param value the value
   * @return the condition
   * @throws io.aludel.ArgumentException if {@code value} is null or not held by the SQL type of this
   */
  default Condition lt(T value) {
    return Operands.compare(node(), Operator.LT, value);
  }

  /**
   * A test whether this is less than another expression.
   *
   * @param other the other expression
   * @return the condition
   */
  default Condition lt(Expression<? extends T> other) {
    return Operands.compare(node(), Operator.LT, other);
  }

  /**
   * A test whether this is less than a value, which adds nothing when there is none.
   *
   * @param value the value, or null for a condition that is left out of its statement
   * @return the condition
   */
  default Condition ltIf(@Nullable T value) {
    return value == null ? Conditions.ABSENT : lt(value);
  }

  /**
   * A test whether this is at most a value.
   *
   * @param value the value
   * @return the condition
   * @throws io.aludel.ArgumentException if {@code value} is null or not held by the SQL type of this
   */
  default Condition le(T value) {
    return Operands.compare(node(), Operator.LE, value);
  }

  /**
   * A test whether this is at most another expression.
   *
   * @param other the other expression
   * @return the condition
   */
  default Condition le(Expression<? extends T> other) {
    return Operands.compare(node(), Operator.LE, other);
  }

  /**
   * A test whether this is at most a value, which adds nothing when there is none.
   *
   * @param value the value, or null for a condition that is left out of its statement
   * @return the condition
   */
  default Condition leIf(@Nullable T value) {
    return value == null ? Conditions.ABSENT : le(value);
  }

  /**
   * A test whether this is greater than a value.
   *
   * @param value the value
   * @return the condition
   * @throws io.aludel.ArgumentException if {@code value} is null or not held by the SQL type of this
   */
  default Condition gt(T value) {
    return Operands.compare(node(), Operator.GT, value);
  }

  /**
   * A test whether this is greater than another expression.
   *
   * @param other the other expression
   * @return the condition
   */
  default Condition gt(Expression<? extends T> other) {
    return Operands.compare(node(), Operator.GT, other);
  }

  /**
   * A test whether this is greater than a value, which adds nothing when there is none.
   *
   * @param value the value, or null for a condition that is left out of its statement
   * @return the condition
   */
  default Condition gtIf(@Nullable T value) {
    return value == null ? Conditions.ABSENT : gt(value);
  }

  /**
   * A test whether this is at least a value.
   *
   * @param value the value
   * @return the condition
   * @throws io.aludel.ArgumentException if {@code value} is null or not held by the SQL type of this
   */
  default Condition ge(T value) {
    return Operands.compare(node(), Operator.GE, value);
  }

  /**
   * A test whether this is at least another expression.
   *
   * @param other the other expression
   * @return the condition
   */
  default Condition ge(Expression<? extends T> other) {
    return Operands.compare(node(), Operator.GE, other);
  }

  /**
   * A test whether this is at least a value, which adds nothing when there is none.
   *
   * @param value the value, or null for a condition that is left out of its statement
   * @return the condition
   */
  default Condition geIf(@Nullable T value) {
    return value == null ? Conditions.ABSENT : ge(value);
  }

  /**
   * A test whether this lies between two values, both included.
   *
   * @param low the lower bound
   * @param high the upper bound
   * @return the condition
   * @throws io.aludel.ArgumentException if a bound is null or not held by the SQL type of this
   */
  default Condition between(T low, T high) {
    return Operands.between(node(), low, high);
  }

  /**
   * A test whether this lies between two expressions, both included.
   *
   * @param low the lower bound
   * @param high the upper bound
   * @return the condition
   */
  default Condition between(Expression<? extends T> low, Expression<? extends T> high) {
    return Operands.between(node(), low, high);
  }
}
