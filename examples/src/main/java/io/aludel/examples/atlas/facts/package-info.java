/** What the JDK says of the world, as plain values: the source of the atlas, and what its answers are measured by. */
@NullMarked
package io.aludel.examples.atlas.facts;

import org.jspecify.annotations.NullMarked;
