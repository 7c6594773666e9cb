package io.aludel.queryset;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has query sets round numbers, half up, before they are checked and saved. Without it nothing is ever
 * rounded.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Rounded {
  /**
   * The digits behind the point that stay.
   *
   * @return the number of digits, 0 or more
   */
  int scale();
}
