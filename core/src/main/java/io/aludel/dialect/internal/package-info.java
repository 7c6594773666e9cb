/** What compilers need and nobody overrides. */
@NullMarked
package io.aludel.dialect.internal;

import org.jspecify.annotations.NullMarked;
