/** Classes made ready for the peers, as their build plugins do it. */
@NullMarked
package io.aludel.bench.enhance;

import org.jspecify.annotations.NullMarked;
