package io.aludel.sql;

/**
 * An expression whose values have an order, such as a date.
 *
 * @param <T> the Java type of the value
 */
public interface OrderedExpression<T> extends Expression<T>, OrderOperators<T> {}
