package io.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Loads the old value of an attribute before it is replaced, so that its history knows it and a flush sees
 * whether it changed at all (parity row ORM-MAP-31). Costs one SELECT where the attribute has no value. Keys are
 * always known. On a reference to another object it loads that object, where it is not in the session.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ActiveHistory {}
