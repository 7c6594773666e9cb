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

  /**
   * Whether values are the same to Java and to every database: what was stored is read as an equal value,
   * and two values are equal in the database when they are equal in Java. Text, for one, is not: databases pad
   * it, and compare it by collations.
   *
   * @return true for whole numbers and UUIDs
   */
  default boolean comesBackEqual() {
    return false;
  }

  /**
   * The generic type whose operators and arithmetic this has, which is this itself for generic types. A
   * type of an application that gives itself back takes any operator.
   *
   * @return the type
   */
  default SqlType<?> generic() {
    return this;
  }

  /**
   * The type of a value of another class that an expression of this type is compared with.
   *
   * @param value the value, which does not {@link #fit}
   * @return a type that holds it, or this to have it refused
   */
  default SqlType<?> comparedWith(Object value) {
    return this;
  }

  /**
   * Whether a null that is bound is a value of its own, such as the JSON null, and no SQL NULL.
   *
   * @return true to have nulls sent as values
   */
  default boolean evaluatesNull() {
    return false;
  }

  /**
   * The SQL around each value that is bound, such as a function that encrypts.
   *
   * @param dialect the name of the dialect
   * @return the SQL, or null for what the dialect itself needs
   */
  default @Nullable Wrapping boundIn(String dialect) {
    return null;
  }

  /**
   * The SQL around each column of this type in the select list of a statement and in RETURNING, such as
   * a function that decrypts. Subqueries are left as they are.
   *
   * @param dialect the name of the dialect
   * @return the SQL, or null for what the dialect itself needs
   */
  default @Nullable Wrapping selectedIn(String dialect) {
    return null;
  }

  /**
   * This type, but another one on some databases.
   *
   * @param other the type there
   * @param dialects the names of their dialects; MariaDB and MySQL are two
   * @return the type
   * @throws io.aludel.ArgumentException if {@code other} is null, no dialect is named, or one twice
   */
  default VariantType<T> withVariant(SqlType<T> other, String... dialects) {
    return VariantType.of(this, other, dialects);
  }
}
