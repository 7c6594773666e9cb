package io.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the attribute that tells one state of a row from the next. Every UPDATE and DELETE then finds the
 * row by key and last known version, so that a row changed by somebody else in between is noticed
 * (parity row ORM-MAP-33).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Version {
  /**
   * Who makes the versions.
   *
   * @return who makes them
   */
  Source source() default Source.COUNTER;

  /** Who makes versions. */
  enum Source {
    /**
     * Each flush counts on, from 1; for attributes of type {@code int}, {@code long} or {@code short}. A
     * function given to {@code EntityMapping.version} makes versions of any type.
     */
    COUNTER,
    /** The application or the database: a flush only compares them. */
    SUPPLIED
  }
}
