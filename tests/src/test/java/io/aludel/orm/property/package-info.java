/** Tests of attributes that are more, or less, than one column read with the others. */
@NullMarked
package io.aludel.orm.property;

import org.jspecify.annotations.NullMarked;
