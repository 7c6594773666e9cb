package io.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Leaves an attribute out when objects are read; it is loaded when it is first read, by one SELECT (parity
 * row ORM-MAP-20). The options {@code undefer} and {@code undeferGroup} of a statement bring it along.
 * An object that is expired or refreshed leaves it out again, however it was loaded before.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Deferred {
  /**
   * The group it belongs to. The first member that is read brings all others that have no value.
   *
   * @return the name of the group; empty for none
   */
  String group() default "";

  /**
   * Whether reading it is an error unless it has a value.
   *
   * @return true to refuse to load it by itself
   */
  boolean raiseLoad() default false;
}
