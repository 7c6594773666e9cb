package io.aludel.sql;

import io.aludel.sql.internal.Operands;
import io.aludel.sql.tree.BinaryNode.Operator;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.construct.BitwiseNode;
import java.math.BigDecimal;

/**
 * The operators of numbers.
 *
 * @param <T> the Java type of the number
 */
public interface ArithmeticOperators<T> {
  /**
   * The node that these words are about.
   *
   * @return the node
   */
  Node node();

  /**
   * The sum with a value.
   *
   * @param value the value
   * @return the sum
   * @throws io.aludel.ArgumentException if {@code value} is null or this is not a number
   */
  default NumericExpression<T> plus(T value) {
    return Operands.arithmetic(node(), Operator.ADD, value);
  }

  /**
   * The sum with another expression.
   *
   * @param other the other expression
   * @return the sum
   */
  default NumericExpression<T> plus(Expression<? extends T> other) {
    return Operands.arithmetic(node(), Operator.ADD, other);
  }

  /**
   * The difference from a value.
   *
   * @param value the value
   * @return the difference
   * @throws io.aludel.ArgumentException if {@code value} is null or this is not a number
   */
  default NumericExpression<T> minus(T value) {
    return Operands.arithmetic(node(), Operator.SUBTRACT, value);
  }

  /**
   * The difference from another expression.
   *
   * @param other the other expression
   * @return the difference
   */
  default NumericExpression<T> minus(Expression<? extends T> other) {
    return Operands.arithmetic(node(), Operator.SUBTRACT, other);
  }

  /**
   * The product with a value.
   *
   * @param value the value
   * @return the product
   * @throws io.aludel.ArgumentException if {@code value} is null or this is not a number
   */
  default NumericExpression<T> times(T value) {
    return Operands.arithmetic(node(), Operator.MULTIPLY, value);
  }

  /**
   * The product with another expression.
   *
   * @param other the other expression
   * @return the product
   */
  default NumericExpression<T> times(Expression<? extends T> other) {
    return Operands.arithmetic(node(), Operator.MULTIPLY, other);
  }

  /**
   * The quotient with its fraction, even of whole numbers.
   *
   * @param value the divisor
   * @return the quotient
   * @throws io.aludel.ArgumentException if {@code value} is null or this is not a number
   */
  default NumericExpression<BigDecimal> dividedBy(T value) {
    return Operands.arithmetic(node(), Operator.DIVIDE, value);
  }

  /**
   * The quotient with its fraction, even of whole numbers.
   *
   * @param other the divisor
   * @return the quotient
   */
  default NumericExpression<BigDecimal> dividedBy(Expression<? extends T> other) {
    return Operands.arithmetic(node(), Operator.DIVIDE, other);
  }

  /**
   * The whole quotient. Of a negative whole number it is rounded as the database divides.
   *
   * @param value the divisor
   * @return the quotient
   * @throws io.aludel.ArgumentException if {@code value} is null or this is not a number
   */
  default NumericExpression<T> dividedWholeBy(T value) {
    return Operands.arithmetic(node(), Operator.DIVIDE_WHOLE, value);
  }

  /**
   * The whole quotient. Of a negative whole number it is rounded as the database divides.
   *
   * @param other the divisor
   * @return the quotient
   */
  default NumericExpression<T> dividedWholeBy(Expression<? extends T> other) {
    return Operands.arithmetic(node(), Operator.DIVIDE_WHOLE, other);
  }

  /**
   * The remainder of a division.
   *
   * @param value the divisor
   * @return the remainder
   * @throws io.aludel.ArgumentException if {@code value} is null or this is not a number
   */
  default NumericExpression<T> modulo(T value) {
    return Operands.arithmetic(node(), Operator.MODULO, value);
  }

  /**
   * The remainder of a division.
   *
   * @param other the divisor
   * @return the remainder
   */
  default NumericExpression<T> modulo(Expression<? extends T> other) {
    return Operands.arithmetic(node(), Operator.MODULO, other);
  }

  /**
   * This number with the other sign.
   *
   * @return the number
   */
  default NumericExpression<T> negated() {
    return Operands.negate(node());
  }

  /**
   * The bits set in this whole number and in another.
   *
   * @param value the other number
   * @return the number
   */
  default NumericExpression<T> bitAnd(T value) {
    return Operands.bits(node(), BitwiseNode.Operator.AND, value);
  }

  /**
   * The bits set in this whole number and in another.
   *
   * @param other the other number
   * @return the number
   */
  default NumericExpression<T> bitAnd(Expression<? extends T> other) {
    return Operands.bits(node(), BitwiseNode.Operator.AND, other);
  }

  /**
   * The bits set in this whole number or in another.
   *
   * @param value the other number
   * @return the number
   */
  default NumericExpression<T> bitOr(T value) {
    return Operands.bits(node(), BitwiseNode.Operator.OR, value);
  }

  /**
   * The bits set in this whole number or in another.
   *
   * @param other the other number
   * @return the number
   */
  default NumericExpression<T> bitOr(Expression<? extends T> other) {
    return Operands.bits(node(), BitwiseNode.Operator.OR, other);
  }

  /**
   * The bits set in one of this whole number and another, but not in both.
   *
   * @param value the other number
   * @return the number
   */
  default NumericExpression<T> bitXor(T value) {
    return Operands.bits(node(), BitwiseNode.Operator.XOR, value);
  }

  /**
   * The bits set in one of this whole number and another, but not in both.
   *
   * @param other the other number
   * @return the number
   */
  default NumericExpression<T> bitXor(Expression<? extends T> other) {
    return Operands.bits(node(), BitwiseNode.Operator.XOR, other);
  }

  /**
   * This whole number with all its bits turned over.
   *
   * @return the number
   */
  default NumericExpression<T> bitNot() {
    return Operands.bits(node(), BitwiseNode.Operator.NOT, Operands.same(node()));
  }

  /**
   * This whole number with its bits moved to the left.
   *
   * @param places how far
   * @return the number
   */
  default NumericExpression<T> shiftLeft(int places) {
    return Operands.bits(node(), BitwiseNode.Operator.SHIFT_LEFT, Operands.places(places));
  }

  /**
   * This whole number with its bits moved to the right.
   *
   * @param places how far
   * @return the number
   */
  default NumericExpression<T> shiftRight(int places) {
    return Operands.bits(node(), BitwiseNode.Operator.SHIFT_RIGHT, Operands.places(places));
  }
}
