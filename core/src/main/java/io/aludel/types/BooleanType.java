package io.aludel.types;

import org.jspecify.annotations.Nullable;

/**
 * The truth values; BOOLEAN, or 0 and 1 where a database has no such type.
 *
 * @param checked whether a CHECK constraint permits nothing but 0 and 1 there
 * @param checkName the name of the constraint, or null
 */
public record BooleanType(boolean checked, @Nullable String checkName) implements SqlType<Boolean> {
  /** The type without a constraint. */
  public BooleanType() {
    this(false, null);
  }

  @Override
  public Class<Boolean> javaType() {
    return Boolean.class;
  }

  @Override
  public SqlType<?> generic() {
    return SqlTypes.BOOLEAN;
  }

  /** Truth values, and 1 and 0 of any class of numbers. */
  @Override
  public @Nullable Boolean fit(Object value) {
    if (value instanceof Number) {
      Integer number = SqlTypes.INTEGER.fit(value);
      return (number == null || number < 0 || number > 1) ? null : (Boolean) (number == 1);
    }
    return value instanceof Boolean truth ? truth : null;
  }

  @Override
  public <R> R accept(TypeVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
