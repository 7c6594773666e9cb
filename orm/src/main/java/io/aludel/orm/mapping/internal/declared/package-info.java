/** What annotations say of fields, read once and kept as plain values. */
@NullMarked
package io.aludel.orm.mapping.internal.declared;

import org.jspecify.annotations.NullMarked;
