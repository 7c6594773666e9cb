/** Tests of what is read from declarations. */
@NullMarked
package io.aludel.orm.mapping.internal.declared;

import org.jspecify.annotations.NullMarked;
