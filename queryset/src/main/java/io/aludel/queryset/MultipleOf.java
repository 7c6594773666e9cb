package io.aludel.queryset;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Has query sets refuse numbers that are no multiple of another one, with code {@code multiple_of}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface MultipleOf {
  /**
   * What numbers must be multiples of.
   *
   * @return a decimal number above 0, such as {@code 0.05}
   */
  String value();
}
