package io.aludel.sql;

/**
 * An expression with all operators, because the compiler of Java cannot know which its type has: a column
 * found by name, a cast, a function of an application. An operator that the SQL type does not have is
 * refused when it is applied, if the type is known by then.
 *
 * @param <T> the Java type of the value
 */
public interface ColumnExpression<T>
    extends OrderedExpression<T>, TextOperators, ArithmeticOperators<T>, ConditionOperators {}
