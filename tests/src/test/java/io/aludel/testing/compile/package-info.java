/** Tests of the in-memory compiler. */
@NullMarked
package io.aludel.testing.compile;

import org.jspecify.annotations.NullMarked;
