/** The service under load: many clients at once, and the same service written by hand to compare it with. */
@NullMarked
package io.aludel.examples.notes.drill;

import org.jspecify.annotations.NullMarked;
