package io.aludel.queryset;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has query sets fill a date or time with the present moment whenever they create or update an object.
 * What a caller supplies is overruled when an object is created, and refused when it is updated.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface AutoNow {}
