/**
 * What statements say about relationships: joins along them, tests of the objects at their ends, and the
 * subqueries behind {@code any} and {@code has}. Resolved when a statement is compiled.
 */
@NullMarked
package io.aludel.orm.mapping.internal.relation;

import org.jspecify.annotations.NullMarked;
