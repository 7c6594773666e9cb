/** Tests of the metamodel generator, the weaver and the compile-time checks. */
@NullMarked
package io.aludel.processor;

import org.jspecify.annotations.NullMarked;
