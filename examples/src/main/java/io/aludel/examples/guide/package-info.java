/**
 * The guide, as a program: one class for each chapter, and the two entities they share. Run {@link
 * io.aludel.examples.guide.Guide}.
 */
@NullMarked
package io.aludel.examples.guide;

import org.jspecify.annotations.NullMarked;
