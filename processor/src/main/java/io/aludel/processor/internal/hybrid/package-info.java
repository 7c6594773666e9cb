/**
 * Hybrids: which methods are, what their bodies mean in SQL as a small typed tree, and the members they
 * become in the metamodel. Knows nothing of the trees of a compiler.
 */
@NullMarked
package io.aludel.processor.internal.hybrid;

import org.jspecify.annotations.NullMarked;
