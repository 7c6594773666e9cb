package io.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a second name of an attribute, without a column of its own: reading and writing the field reads and
 * writes the other, and in statements both stand for the same column (parity row ORM-MAP-24).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Synonym {
  /**
   * The attribute that this is another name of.
   *
   * @return the name of an attribute with a column, or of a composite, of the same type
   */
  String value();
}
