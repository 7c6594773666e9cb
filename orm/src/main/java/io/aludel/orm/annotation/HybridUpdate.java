package io.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the static method that says what is written when a statement sets a {@link Hybrid}, as in
 * {@code update(User.class).set(User_.fullName, "Ann Lee")}. It has the name of the hybrid, takes the
 * occurrence of the entity and the new value, and gives the columns with their values back, as
 * {@code Orm.row} makes them. If it takes the value as an expression, a hybrid can be set to expressions
 * too.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface HybridUpdate {}
