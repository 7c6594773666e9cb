package io.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps a record in several columns, one for each of its components; components that are records
 * themselves are taken apart further (parity row ORM-MAP-23). The value is changed by replacing it. Columns
 * are described as those of fields are, with {@link Column} on the components. If the field takes null, an object
 * whose columns are all NULL has null there; otherwise a record with null components.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Composite {
  /**
   * For each component the name of its column, or of another attribute of the class that is kept in it.
   *
   * @return the names in the order of the components; empty for the name of the field and that of the
   *     component with an underscore between
   */
  String[] value() default {};
}
