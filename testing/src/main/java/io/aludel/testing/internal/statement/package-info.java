/** Compares what ran with what was expected, and shows the difference. */
@NullMarked
package io.aludel.testing.internal.statement;

import org.jspecify.annotations.NullMarked;
