package io.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets other entities extend an entity, and says where their rows lie. On an entity that extends another
 * one itself it is meant for the classes below it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Inheritance {
  /**
   * Where the rows of sub classes lie.
   *
   * @return the strategy
   */
  InheritanceStrategy value();
}
