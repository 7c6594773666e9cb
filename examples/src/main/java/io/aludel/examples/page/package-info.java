/**
 * The paper the guide is written on: chapters as data (paragraphs, code that ran, the SQL it sent, its
 * answer), so that the same chapter can be printed, tested and turned into a document.
 */
@NullMarked
package io.aludel.examples.page;

import org.jspecify.annotations.NullMarked;
