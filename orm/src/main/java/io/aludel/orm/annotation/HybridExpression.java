package io.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the static method that gives the SQL side of a {@link Hybrid} whose body cannot be turned into SQL,
 * or not into the SQL that is wanted. It has the name of the hybrid, takes the occurrence of the entity
 * ({@code User_.As}; in a mapped super class {@code Base_.Fields<?>}) and after it what the hybrid takes, as
 * values or as expressions, and gives an expression back. If its result is a type of the application with
 * operators of its own, the metamodel offers it as a method instead of an attribute.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface HybridExpression {}
