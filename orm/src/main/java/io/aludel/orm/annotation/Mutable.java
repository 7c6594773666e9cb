package io.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Notices changes inside the value of an attribute, such as {@code note.getTags().add("x")} (parity row
 * ORM-MAP-28). A {@code Map}, {@code List}, {@code Set} or {@code Collection} is put into a live one when it is
 * assigned or loaded; any other value extends {@link io.aludel.orm.mapping.MutableValue}. Only the top level
 * reports. Without this only replacing the value is a change.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Mutable {}
