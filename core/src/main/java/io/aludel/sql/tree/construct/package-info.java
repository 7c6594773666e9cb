/**
 * The nodes of the less common constructs: windows, aggregates with their own order or filter, rows of
 * values, common table expressions, functions that give tables. Each is immutable.
 */
@NullMarked
package io.aludel.sql.tree.construct;

import org.jspecify.annotations.NullMarked;
