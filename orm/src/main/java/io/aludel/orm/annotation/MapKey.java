package io.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the attribute of the related objects that is their key in a relationship of type {@code Map}. The
 * key is taken when an object enters the map (parity row ORM-REL-27).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface MapKey {
  /**
   * The attribute; several make keys that are lists.
   *
   * @return the names in the related entity
   */
  String[] value();

  /**
   * Whether objects whose key attribute has no value stay out of the map, instead of being refused.
   *
   * @return true to leave them out
   */
  boolean ignoreUnset() default false;
}
