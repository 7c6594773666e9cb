/**
 * How the engine does what it promises: pools, the driver's connections and the statements kept on them,
 * logging, the words of failures. Not for applications.
 */
@NullMarked
package io.aludel.engine.internal;

import org.jspecify.annotations.NullMarked;
