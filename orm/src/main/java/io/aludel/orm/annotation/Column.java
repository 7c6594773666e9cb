package io.aludel.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says more about the column of an attribute than its Java type does.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Column {
  /**
   * The name of the column.
   *
   * @return the name; empty for the name of the field in lower case with underscores
   */
  String name() default "";

  /**
   * The length of a text or binary column.
   *
   * @return the number of characters or bytes; 0 for unlimited
   */
  int length() default 0;

  /**
   * The digits of a decimal column, both sides of the point together.
   *
   * @return the precision; 0 for the dialect's default
   */
  int precision() default 0;

  /**
   * The digits of a decimal column behind the point.
   *
   * @return the scale
   */
  int scale() default 0;

  /**
   * Whether no two rows may hold the same value.
   *
   * @return true for a unique constraint
   */
  boolean unique() default false;

  /**
   * Whether the column has an index; together with {@link #unique()} a unique index.
   *
   * @return true for an index
   */
  boolean index() default false;

  /**
   * Whether NULL is allowed. Without it the type decides: primitives and, in {@code @NullMarked} code,
   * references not marked {@code @Nullable} are NOT NULL.
   *
   * @return what is allowed
   */
  Nullability nullable() default Nullability.FROM_TYPE;

  /**
   * SQL text of the default that the database applies, as it stands after {@code DEFAULT}.
   *
   * @return the expression; empty for none
   */
  String serverDefault() default "";

  /**
   * Whether the attribute shares a column that another sub class of the same single table has already;
   * without it two columns of one name are an error (parity row ORM-MAP-35).
   *
   * @return true to share
   */
  boolean useExisting() default false;

  /** Whether a column takes NULL. */
  enum Nullability {
    /** As the Java type says. */
    FROM_TYPE,
    /** NULL allowed. */
    NULL,
    /** NOT NULL. */
    NOT_NULL
  }
}
