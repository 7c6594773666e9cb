package io.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of an entity that means the same in Java and in SQL (parity row ORM-MAP-25). On an object
 * the method runs; in a statement the metamodel has an attribute for it, and for a method with parameters a
 * method. The annotation processor turns the body of the method into SQL; what it cannot turn is an error
 * of the compiler, which asks for a method marked {@link HybridExpression}.
 *
 * <p>The attribute is called as the method, without {@code get} or {@code is} if the method follows the
 * naming of properties: {@code getFullName()} becomes {@code User_.fullName}. The two sides agree for every
 * object on which the method returns; where it would throw, as on a null in its way, the SQL side is NULL
 * or undefined.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Hybrid {
  /**
   * The name in the metamodel.
   *
   * @return the name, or an empty text for that of the method
   */
  String name() default "";
}
