/** Benchmarks of Aludel beside hand-written JDBC doing the same work. Never published. */
@NullMarked
package io.aludel.bench;

import org.jspecify.annotations.NullMarked;
