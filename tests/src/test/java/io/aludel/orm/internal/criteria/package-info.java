/** Tests of criteria worked out in memory. */
@NullMarked
package io.aludel.orm.internal.criteria;

import org.jspecify.annotations.NullMarked;
