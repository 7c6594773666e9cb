package io.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names what tells, on the topmost entity of a hierarchy, of which class a row is (parity row ORM-MAP-37): a
 * column, which an attribute may be mapped to; or an attribute, whatever its column is called; or neither,
 * for a text column that the class does not show. A new object has the value of its class from the
 * beginning.
 *
 * <p>An attribute may also be one that SQL works out, as {@code EntityMapping.columnProperty} says it. Then
 * nothing is written: the rows tell by what else they hold. The expression lies in the topmost table.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Discriminator {
  /**
   * The column, or the attribute.
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
