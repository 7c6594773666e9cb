/**
 * Compiles and weaves source text in memory, for tests of mappings: what the compiler says, what is
 * generated, and the classes themselves.
 */
@NullMarked
package io.aludel.testing.compile;

import org.jspecify.annotations.NullMarked;
