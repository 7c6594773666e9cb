/** The service of notes, asked over HTTP. */
@NullMarked
package io.aludel.examples.notes;

import org.jspecify.annotations.NullMarked;
