package io.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a primary key attribute; several make a composite key. A single integer key without a foreign
 * key and without a default gets its value from the database (parity row ORM-DDL-04).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Id {
  /**
   * Whether the database makes the value.
   *
   * @return how the value comes about
   */
  Generated generated() default Generated.AUTO;

  /** Who makes the value of a key. */
  enum Generated {
    /** The database, for a single integer key without a foreign key or default; else the application. */
    AUTO,
    /** The database. */
    ALWAYS,
    /** The application. */
    NEVER
  }
}
