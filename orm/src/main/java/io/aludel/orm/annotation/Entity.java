package io.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Maps a class to a table. Every field that is neither static nor {@code transient} nor marked
 * {@link Transient} becomes an attribute with a column of its own, or a relationship. The class needs a
 * primary key ({@link Id}) and must be compiled with the annotation processor, which weaves it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Entity {
  /**
   * The name of the table.
   *
   * @return the name; empty for the simple name of the class in lower case with underscores
   */
  String table() default "";

  /**
   * The schema of the table.
   *
   * @return the schema; empty for that of the metadata
   */
  String schema() default "";

  /**
   * When values that the database makes are read back after a flush.
   *
   * @return when
   */
  EagerDefaults eagerDefaults() default EagerDefaults.AUTO;
}
