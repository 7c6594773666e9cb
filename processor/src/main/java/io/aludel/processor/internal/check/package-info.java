/**
 * The checks of a mapping that need no more than the source: each class reports one family of mistakes
 * on the elements that make them.
 */
@NullMarked
package io.aludel.processor.internal.check;

import org.jspecify.annotations.NullMarked;
