package io.aludel.sql;

/** An expression whose value is text. */
public interface TextExpression extends OrderedExpression<String>, TextOperators {}
