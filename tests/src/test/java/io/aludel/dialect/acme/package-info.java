/** A dialect as somebody else would write it. */
@NullMarked
package io.aludel.dialect.acme;

import org.jspecify.annotations.NullMarked;
