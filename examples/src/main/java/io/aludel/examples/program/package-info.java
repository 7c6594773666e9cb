/**
 * What the programs of the examples share as programs: reading a command line, and comparing two ways of
 * doing the same.
 */
@NullMarked
package io.aludel.examples.program;

import org.jspecify.annotations.NullMarked;
