package io.aludel.types;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import org.jspecify.annotations.Nullable;

/**
 * A type that is spelled as it is named, on every database; values travel as those of a generic type.
 * The usual ones are in {@link ExactTypes}.
 *
 * @param name the name, in upper case; it stands in statements as it is, so never make it from input
 * @param first the first parameter, length or precision, or -1
 * @param second the second parameter, the scale, or -1
 * @param values the type whose values and operators it has
 * @param <T> the Java type of the values
 */
public record ExactType<T>(String name, int first, int second, SqlType<T> values)
    implements SqlType<T> {
  /** Checks the parameters. */
  public ExactType {
    ArgumentException.requireText(name, "the name of an exact type");
    ArgumentException.requireNonNull(values, "the values of an exact type");
    if (first < -1 || second < -1 || (first == -1 && second >= 0)) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Cannot make type " + name + " of parameters " + first + " and " + second
              + ". Give none, one, or two that are not negative.");
    }
  }

  /**
   * A type without parameters.
   *
   * @param name the name
   * @param values the type whose values and operators it has
   * @param <T> the Java type of the values
   * @return the type
   */
  public static <T> ExactType<T> of(String name, SqlType<T> values) {
    return new ExactType<>(name, -1, -1, values);
  }

  /**
   * The same type read and bound as other values: a DECIMAL as {@code Double}, say.
   *
   * @param other the type whose values it has then
   * @param <S> their Java type
   * @return the type
   */
  public <S> ExactType<S> as(SqlType<S> other) {
    return new ExactType<>(name, first, second, other);
  }

  /**
   * The type as it stands in CREATE TABLE.
   *
   * @return name and parameters
   */
  public String spelling() {
    if (first < 0) {
      return name;
    }
    return name + "(" + first + (second < 0 ? "" : ", " + second) + ")";
  }

  @Override
  public <R> R accept(TypeVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public Class<T> javaType() {
    return values.javaType();
  }

  @Override
  public SqlType<?> generic() {
    return values.generic();
  }

  @Override
  public @Nullable T fit(Object value) {
    return values.fit(value);
  }

  @Override
  public boolean sameValue(T left, T right) {
    return values.sameValue(left, right);
  }
}
