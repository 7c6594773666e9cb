package io.aludel.testing.compliance;

import io.aludel.dialect.Capability;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the capabilities that a check tries on every database: it fails where a dialect declares one of
 * them and the database cannot do it. {@link io.aludel.testing.Requires} says the same of checks that
 * run only where there is something to try.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Tries {
  /**
   * What is tried.
   *
   * @return capabilities
   */
  Capability[] value();
}
