package io.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how what a sub class adds is read when its objects are loaded as those of a class above (parity row
 * ORM-MAP-38).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PolymorphicLoad {
  /**
   * How it is read.
   *
   * @return how
   */
  When value();

  /** How what a sub class adds is read. */
  enum When {
    /** By a SELECT limited to the missing tables, when an attribute is first read. */
    ON_ACCESS,
    /** In the same row: tables of the sub class are joined by outer joins. */
    INLINE,
    /** Once the rows are read, by one SELECT for every 500 objects of the class. */
    SELECTIN
  }
}
