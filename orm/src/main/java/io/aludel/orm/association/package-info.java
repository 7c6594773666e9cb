/** Views of related objects as what each of them leads to. */
@NullMarked
package io.aludel.orm.association;

import org.jspecify.annotations.NullMarked;
