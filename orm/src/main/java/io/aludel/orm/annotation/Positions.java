package io.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps an attribute of the members of a related list equal to their places in it (parity row ORM-MAP-27).
 * Inserting, removing, replacing and sorting number all members anew; a member that comes last gets a number only
 * if it has none. Loading numbers nothing, and reads the list in the order of the attribute. A member that leaves
 * keeps its number. Where the numbers of a list are unique in the database, renumbering many members at once
 * needs a constraint that is checked at commit.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Positions {
  /**
   * The attribute that holds the place.
   *
   * @return its name in the related entity; an attribute of a number
   */
  String value();

  /**
   * The number of the first place.
   *
   * @return the number
   */
  int first() default 0;

  /**
   * Whether a member that comes last is numbered even if it has a number.
   *
   * @return true to number it anew
   */
  boolean reorderOnAppend() default false;
}
