package io.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes the column of an attribute refer to a column of another table, written
 * {@code "table.column"} (parity row ORM-DDL-05).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ForeignKey {
  /**
   * The column referred to.
   *
   * @return {@code table.column} or {@code schema.table.column}
   */
  String value();

  /**
   * What the database does to this row when the row referred to is deleted.
   *
   * @return SQL text after {@code ON DELETE}; empty for nothing
   */
  String onDelete() default "";

  /**
   * What the database does to this row when the key referred to changes.
   *
   * @return SQL text after {@code ON UPDATE}; empty for nothing
   */
  String onUpdate() default "";
}
