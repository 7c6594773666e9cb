/**
 * What the compiler and the command line start: the generator of metamodels, the weaving hook, and the
 * {@code weave} command.
 */
@NullMarked
package io.aludel.processor;

import org.jspecify.annotations.NullMarked;
