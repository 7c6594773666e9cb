package io.aludel.types;

import org.jspecify.annotations.Nullable;

/**
 * What a column or an expression holds, apart from any database: a name, its parameters, and the Java
 * type of its values. A dialect decides how it is spelled in DDL and how its values travel (see
 * {@link Codec}). Immutable; two types are equal when they describe the same thing, because types are
 * part of the structural key of statements.
 *
 * @param <T> the Java type of the values
 */
public interface SqlType<T> {
  /**
   * The Java type of the values. Boxed for primitives.
   *
   * @return the class of the values
   */
  Class<T> javaType();

  /**
   * Calls the visitor's method for this type, {@link TypeVisitor#other} for a type of an application.
   *
   * @param visitor the visitor
   * @param <R> what the visitor returns
   * @return what it returned
   */
  default <R> R accept(TypeVisitor<R> visitor) {
    return visitor.other(this);
  }

  /**
   * The value as this type holds it: itself, or the equal number of the type's own class. Nothing is
   * ever rounded or cut.
   *
   * @param value a value, not null
   * @return the equal value of {@link #javaType()}, or null when there is none
   */
  default @Nullable T fit(Object value) {
    return javaType().isInstance(value) ? javaType().cast(value) : null;
  }

  /**
   * Whether {@code left} and {@code right} are the same value to the database, so that replacing one by
   * the other needs no UPDATE.
   *
   * @param left a value, not null
   * @param right a value, not null
   * @return true when nothing would change
   */
  default boolean sameValue(T left, T right) {
    return left.equals(right);
  }
}
