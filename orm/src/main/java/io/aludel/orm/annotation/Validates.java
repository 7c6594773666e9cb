package io.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of an entity that checks or converts a value before it becomes that of an attribute: when
 * the attribute is set, and for each member that is added to a collection, one by one or as part of a
 * whole collection. Values that are loaded are not validated (parity row ORM-MAP-30).
 *
 * <p>The method takes the value; before it, if wanted, the name of the attribute as a {@code String}; and
 * with {@link #includeRemoves} after it a {@code boolean} that is true for a member about to be taken out.
 * It gives back the value to store, or throws to refuse it. An attribute has one validator at most.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Validates {
  /**
   * The attributes whose values the method validates.
   *
   * @return their names
   */
  String[] value();

  /**
   * Whether the method is also called for members that are taken out of a collection.
   *
   * @return true to be called with an additional {@code boolean}
   */
  boolean includeRemoves() default false;

  /**
   * Whether the method is also called for changes that come from the other side of a relationship.
   *
   * @return false to see direct changes only
   */
  boolean includeBackrefs() default true;
}
