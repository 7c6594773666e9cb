/** A small HTTP service over query sets: albums with their tracks, and notes. */
@NullMarked
package io.aludel.examples.notes;

import org.jspecify.annotations.NullMarked;
