package io.aludel.sql;

/** An expression that is true, false or NULL. */
public interface Condition extends Expression<Boolean>, ConditionOperators {}
