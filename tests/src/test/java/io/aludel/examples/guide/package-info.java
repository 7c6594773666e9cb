/** The guide's chapters on every database, and the program that prints them. */
@NullMarked
package io.aludel.examples.guide;

import org.jspecify.annotations.NullMarked;
