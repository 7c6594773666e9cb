/** Query sets, on every database. */
@NullMarked
package io.aludel.queryset;

import org.jspecify.annotations.NullMarked;
