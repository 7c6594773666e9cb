package io.aludel.types;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Exact decimals. Whole numbers of any class fit; two values are the same when they are numerically
 * equal, whatever their scale.
 *
 * @param precision the digits in all, 0 for the dialect's default
 * @param scale the digits behind the point
 */
public record NumericType(int precision, int scale) implements SqlType<BigDecimal> {
  @Override
  public Class<BigDecimal> javaType() {
    return BigDecimal.class;
  }

  @Override
  public <R> R accept(TypeVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public @Nullable BigDecimal fit(Object value) {
    return exact(value);
  }

  @Override
  public boolean sameValue(BigDecimal left, BigDecimal right) {
    return left.compareTo(right) == 0;
  }

  static @Nullable BigDecimal exact(Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal;
    }
    if (value instanceof BigInteger big) {
      return new BigDecimal(big);
    }
    boolean whole = value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte;
    return whole ? BigDecimal.valueOf(((Number) value).longValue()) : null;
  }
}
