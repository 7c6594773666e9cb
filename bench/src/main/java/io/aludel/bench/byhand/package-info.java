/** The works as somebody would write them with JDBC alone. */
@NullMarked
package io.aludel.bench.byhand;

import org.jspecify.annotations.NullMarked;
