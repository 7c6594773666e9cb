/** The atlas: what every JDK knows of the world, loaded through sessions, asked, edited and rolled back. */
@NullMarked
package io.aludel.examples.atlas;

import org.jspecify.annotations.NullMarked;
