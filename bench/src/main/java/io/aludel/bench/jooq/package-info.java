/** Those of the works that are queries or statements, with jOOQ. */
@NullMarked
package io.aludel.bench.jooq;

import org.jspecify.annotations.NullMarked;
