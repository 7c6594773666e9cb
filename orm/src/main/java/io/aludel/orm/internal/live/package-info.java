/** Maps, lists and sets that are kept in one column and report what changes inside them. */
@NullMarked
package io.aludel.orm.internal.live;

import org.jspecify.annotations.NullMarked;
