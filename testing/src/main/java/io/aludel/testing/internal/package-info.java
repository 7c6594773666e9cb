/** The JUnit extensions behind the annotations of the kit. */
@NullMarked
package io.aludel.testing.internal;

import org.jspecify.annotations.NullMarked;
