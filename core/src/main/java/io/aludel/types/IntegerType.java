package io.aludel.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Whole numbers of the range of a Java class. Any number of equal value fits, whatever its class.
 *
 * @param javaType {@code Byte}, {@code Short}, {@code Integer} or {@code Long}
 * @param <N> the Java type of the values
 */
public record IntegerType<N extends Number>(Class<N> javaType) implements SqlType<N> {
  /** The decimal digits of the longest {@code long}. */
  private static final int LONGEST = 19;

  @Override
  public boolean comesBackEqual() {
    return true;
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
    if (!isWhole(value)) {
      return null;
    }
    long number = ((Number) value).longValue();
    Number fitted = narrowed(number);
    return fitted.longValue() == number ? javaType.cast(fitted) : null;
  }

  /** Written out, as is the hash: those of a record are linked when first called, while programs start. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof IntegerType<?> that && javaType.equals(that.javaType);
  }

  @Override
  public int hashCode() {
    return javaType.hashCode();
  }

  private static boolean isWhole(Object value) {
    return value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte
        || (value instanceof BigInteger big && big.bitLength() < Long.SIZE)
        || (value instanceof BigDecimal decimal && isWholeLong(decimal));
  }

  private static boolean isWholeLong(BigDecimal decimal) {
    return decimal.stripTrailingZeros().scale() <= 0
        && (long) decimal.precision() - decimal.scale() <= LONGEST
        && decimal.toBigInteger().bitLength() < Long.SIZE;
  }

  private Number narrowed(long number) {
    if (javaType == (Class<?>) Long.class) {
      return number;
    }
    if (javaType == (Class<?>) Integer.class) {
      return (int) number;
    }
    return javaType == (Class<?>) Short.class ? (Number) (short) number : (Number) (byte) number;
  }
}
