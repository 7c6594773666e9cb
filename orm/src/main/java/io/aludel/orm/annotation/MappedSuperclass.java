package io.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class without a table whose attributes belong to the entities below it, each of which has
 * columns of its own for them (parity row ORM-MAP-10). Also the mark of a class that is mapped in Java by
 * {@link io.aludel.orm.mapping.Registry#map}: only marked classes are woven.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface MappedSuperclass {}
