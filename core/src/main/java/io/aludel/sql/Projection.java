package io.aludel.sql;

import io.aludel.sql.tree.ProjectionNode;

/**
 * Several expressions of a select list that make one object of each row; see {@code Sql.into}.
 *
 * @param node the expressions and how the object is made
 * @param <T> the Java type of the object
 */
public record Projection<T>(ProjectionNode node) implements Selectable<T> {}
