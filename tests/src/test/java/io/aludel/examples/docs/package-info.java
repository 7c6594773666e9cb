/** Keeps the documents true: their code, their SQL and their lists of errors. */
@NullMarked
package io.aludel.examples.docs;

import org.jspecify.annotations.NullMarked;
