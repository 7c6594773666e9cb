/**
 * The SQL language as Java reads it: expressions with the operators their type allows, statements that
 * never change once made, and the factory methods that start them. Everything here wraps a node of
 * {@code io.aludel.sql.tree}.
 */
@NullMarked
package io.aludel.sql;

import org.jspecify.annotations.NullMarked;
