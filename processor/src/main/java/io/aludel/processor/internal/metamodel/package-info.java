/** Writes the generated metamodel: for each mapped class one class that names its attributes. */
@NullMarked
package io.aludel.processor.internal.metamodel;

import org.jspecify.annotations.NullMarked;
