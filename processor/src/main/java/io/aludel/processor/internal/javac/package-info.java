/**
 * Weaving inside javac. The only package that knows {@code com.sun.source}; nothing else may refer to
 * it except by way of a caught linkage error, because other compilers do not have those types.
 */
@NullMarked
package io.aludel.processor.internal.javac;

import org.jspecify.annotations.NullMarked;
