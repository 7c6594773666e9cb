package io.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the column of the topmost entity of a hierarchy that tells of which class a row is. An attribute
 * may be mapped to it; otherwise it is a text column that the class does not show. A new object has the
 * value of its class from the beginning (parity row ORM-MAP-37).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Discriminator {
  /**
   * The column.
   *
   * @return its name
   */
  String column();

  /**
   * The value of rows of the topmost entity itself, as {@link DiscriminatorValue} says it for the others.
   *
   * @return the value; empty for an abstract class
   */
  String value() default "";

  /**
   * The length of the column, where no attribute is mapped to it.
   *
   * @return the number of characters
   */
  int length() default 50;
}
