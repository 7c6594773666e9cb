package io.aludel.testing;

import io.aludel.dialect.Capability;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what a test, or each test of a class, needs its database to have. It runs only where all of it
 * is there; what a method requires comes on top of what its class requires.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Requires {
  /**
   * What is needed.
   *
   * @return capabilities, all of which must be there
   */
  Capability[] value();
}
