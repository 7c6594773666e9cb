/** Keeps listeners, and calls them in the order in which they were registered. */
@NullMarked
package io.aludel.orm.event.internal;

import org.jspecify.annotations.NullMarked;
