/** The atlas: its answers beside those of the JDK, interrupted loads, and the program. */
@NullMarked
package io.aludel.examples.atlas;

import org.jspecify.annotations.NullMarked;
