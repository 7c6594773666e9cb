/**
 * Reads the bodies of hybrids from the trees of javac, which at that time know names and no types: each
 * expression gets its type from below.
 */
@NullMarked
package io.aludel.processor.internal.javac.body;

import org.jspecify.annotations.NullMarked;
