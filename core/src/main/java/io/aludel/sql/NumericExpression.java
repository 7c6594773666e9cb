package io.aludel.sql;

/**
 * An expression whose value is a number.
 *
 * @param <N> the Java type of the number
 */
public interface NumericExpression<N> extends OrderedExpression<N>, ArithmeticOperators<N> {}
