/** What the service keeps. */
@NullMarked
package io.aludel.examples.notes.model;

import org.jspecify.annotations.NullMarked;
