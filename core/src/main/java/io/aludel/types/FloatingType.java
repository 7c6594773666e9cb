package io.aludel.types;

import org.jspecify.annotations.Nullable;

/**
 * Binary floating point of the precision of a Java class. Numbers of equal value fit.
 *
 * @param javaType {@code Float} or {@code Double}
 * @param <N> the Java type of the values
 */
public record FloatingType<N extends Number>(Class<N> javaType) implements SqlType<N> {
  /** Written out, as is the hash: those of a record are linked when first called, while programs start. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FloatingType<?> that && javaType.equals(that.javaType);
  }

  @Override
  public int hashCode() {
    return javaType.hashCode();
  }

  @Override
  public <R> R accept(TypeVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public @Nullable N fit(Object value) {
    if (javaType.isInstance(value)) {
      return javaType.cast(value);
    }
    if (!(value instanceof Number number)) {
      return null;
    }
    double wide = number.doubleValue();
    if (!isSame(number, wide)) {
      return null;
    }
    if (javaType == (Class<?>) Double.class) {
      return javaType.cast(wide);
    }
    return (float) wide == wide ? javaType.cast((float) wide) : null;
  }

  private static boolean isSame(Number number, double wide) {
    if (number instanceof Float || number instanceof Double) {
      return true;
    }
    java.math.BigDecimal exact = NumericType.exact(number);
    return exact != null && exact.compareTo(new java.math.BigDecimal(wide)) == 0;
  }
}
