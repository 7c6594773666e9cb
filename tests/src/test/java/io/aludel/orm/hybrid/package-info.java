/** Hybrids: the two sides of them on every database. */
@NullMarked
package io.aludel.orm.hybrid;

import org.jspecify.annotations.NullMarked;
