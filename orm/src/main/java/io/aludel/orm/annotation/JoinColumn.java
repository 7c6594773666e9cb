package io.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names a foreign key column of a relationship that points to one object. A column that an attribute
 * of the class maps is used; any other becomes a column of the table without an attribute. Several
 * make up a composite key.
 */
@Documented
@Repeatable(JoinColumns.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface JoinColumn {
  /**
   * The name of the column in this entity's table, or in the link table inside {@link Secondary}.
   *
   * @return the name
   */
  String value();

  /**
   * The column referred to.
   *
   * @return its name in the other table; empty for the primary key, when that is a single column
   */
  String references() default "";

  /**
   * What the database does to this row when the row referred to is deleted.
   *
   * @return SQL text after {@code ON DELETE}; empty for nothing
   */
  String onDelete() default "";

  /**
   * Whether no two rows may refer to the same one, which makes the relationship one-to-one. Of a composite
   * key the columns together are unique, if one of them says so. A column that an attribute maps says it
   * there.
   *
   * @return true for a unique constraint
   */
  boolean unique() default false;
}
