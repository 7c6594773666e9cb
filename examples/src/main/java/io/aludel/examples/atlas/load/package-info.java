/** How the facts get into the database: through sessions, and by hand to compare. */
@NullMarked
package io.aludel.examples.atlas.load;

import org.jspecify.annotations.NullMarked;
