/**
 * Attributes that are more, or less, than one column read with the others: left for later, worked out by
 * SQL, made of several columns, known by two names.
 */
@NullMarked
package io.aludel.orm.mapping.internal.property;

import org.jspecify.annotations.NullMarked;
