package io.aludel.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the rows of a checklist that a test pins, so that what is covered can be counted. On a class
 * it holds for every test in it. It changes nothing about how the test runs.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Parity {
  /**
   * The rows that fail to hold when the test fails.
   *
   * @return identifiers such as {@code ORM-SES-15}
   */
  String[] value();
}
