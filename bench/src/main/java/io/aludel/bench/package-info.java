/**
 * What each contestant takes for the same work on the same rows, as ratios to hand-written JDBC. {@link
 * io.aludel.bench.Bench} runs it; never published.
 */
@NullMarked
package io.aludel.bench;

import org.jspecify.annotations.NullMarked;
