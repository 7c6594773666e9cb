/** Statements whose rows come as they are, and what entities find in them. */
@NullMarked
package io.aludel.orm.internal.statement;

import org.jspecify.annotations.NullMarked;
