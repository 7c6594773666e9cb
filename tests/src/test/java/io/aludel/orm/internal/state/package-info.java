/** Tests of the bookkeeping of single objects. */
@NullMarked
package io.aludel.orm.internal.state;

import org.jspecify.annotations.NullMarked;
