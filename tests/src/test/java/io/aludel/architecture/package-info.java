/**
 * The rules of the house, checked on the class files of the published modules: who may call whom,
 * what must not be seen from outside, how large things may grow. Each rule is also run on {@code
 * planted}, whose classes break it, so that a rule that no longer bites is found out.
 */
@NullMarked
package io.aludel.architecture;

import org.jspecify.annotations.NullMarked;
