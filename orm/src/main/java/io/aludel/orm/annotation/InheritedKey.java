package io.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the columns by which the table of a sub class is joined to that above it, where they are not
 * called like those there (parity row ORM-MAP-34). They are the primary key of the table, and refer to
 * that of the table above; a flush copies the key down.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface InheritedKey {
  /**
   * The columns.
   *
   * @return their names, as many as the key has, in the order of the key
   */
  String[] value();
}
