/** The works with Ebean. */
@NullMarked
package io.aludel.bench.ebean;

import org.jspecify.annotations.NullMarked;
