package io.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value of the discriminator by which rows of a class are known. Needed by each entity of a
 * hierarchy that is not abstract; no two have the same.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface DiscriminatorValue {
  /**
   * The value.
   *
   * @return text; for a discriminator that holds numbers or an enum the number or the name of the constant
   */
  String value();
}
