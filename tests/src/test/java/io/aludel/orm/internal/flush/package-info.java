/** What flushes send for related objects, and in which order. */
@NullMarked
package io.aludel.orm.internal.flush;

import org.jspecify.annotations.NullMarked;
