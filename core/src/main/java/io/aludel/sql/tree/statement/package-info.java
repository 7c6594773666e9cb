/**
 * The nodes of whole statements and of their clauses. Each is immutable and changes by copying; the
 * words that applications use for them are in {@code io.aludel.sql}.
 */
@NullMarked
package io.aludel.sql.tree.statement;

import org.jspecify.annotations.NullMarked;
