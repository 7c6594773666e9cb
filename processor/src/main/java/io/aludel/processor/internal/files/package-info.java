/** Finds the files of the class output, on disk or wherever the compiler keeps them. */
@NullMarked
package io.aludel.processor.internal.files;

import org.jspecify.annotations.NullMarked;
