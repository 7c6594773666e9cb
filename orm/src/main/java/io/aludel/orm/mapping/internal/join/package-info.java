/**
 * How the rows of two related entities belong together: which columns are compared, at which end each
 * lies, and which of them hold a copy of another. Knows tables only, no entities.
 */
@NullMarked
package io.aludel.orm.mapping.internal.join;

import org.jspecify.annotations.NullMarked;
