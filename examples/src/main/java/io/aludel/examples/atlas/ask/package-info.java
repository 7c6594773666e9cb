/** What the atlas is asked, and how its answers are printed. */
@NullMarked
package io.aludel.examples.atlas.ask;

import org.jspecify.annotations.NullMarked;
