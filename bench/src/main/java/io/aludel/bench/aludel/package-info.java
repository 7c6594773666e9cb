/** The works with Aludel. */
@NullMarked
package io.aludel.bench.aludel;

import org.jspecify.annotations.NullMarked;
