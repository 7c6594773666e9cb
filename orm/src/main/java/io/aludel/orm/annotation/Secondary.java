package io.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes the link table of a many-to-many relationship where its name alone, given by
 * {@link Relationship#secondary()}, is not enough (parity row ORM-REL-05).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Secondary {
  /**
   * The name of the link table.
   *
   * @return the name
   */
  String table();

  /**
   * The schema of the link table.
   *
   * @return the schema; empty for that of the metadata
   */
  String schema() default "";

  /**
   * The columns of the link table that point to the entity with the relationship.
   *
   * @return them; empty when foreign keys of the link table tell
   */
  JoinColumn[] owner() default {};

  /**
   * The columns of the link table that point to the related entity.
   *
   * @return them; empty when foreign keys of the link table tell
   */
  JoinColumn[] target() default {};
}
