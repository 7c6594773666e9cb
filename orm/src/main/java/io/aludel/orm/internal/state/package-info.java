/**
 * The bookkeeping of managed objects: one {@code EntityState} per object, which is also the weak
 * reference by which the identity map holds it.
 */
@NullMarked
package io.aludel.orm.internal.state;

import org.jspecify.annotations.NullMarked;
