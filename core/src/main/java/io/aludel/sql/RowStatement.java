package io.aludel.sql;

/**
 * A statement that gives rows back.
 *
 * @param <T> the Java type of the first value of each row
 */
public interface RowStatement<T> extends Executable {}
