/**
 * Collections of related objects that are more, or less, than those of the JDK: what a field of an
 * entity may be declared as besides {@code List}, {@code Set}, {@code Map} and their like.
 */
@NullMarked
package io.aludel.orm.collection;

import org.jspecify.annotations.NullMarked;
