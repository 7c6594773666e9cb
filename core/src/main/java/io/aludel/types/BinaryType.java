package io.aludel.types;

import java.util.Arrays;

/**
 * Bytes.
 *
 * @param length the most bytes, 0 for no limit
 */
public record BinaryType(int length) implements SqlType<byte[]> {
  @Override
  public Class<byte[]> javaType() {
    return byte[].class;
  }

  @Override
  public <R> R accept(TypeVisitor<R> visitor) {
    return visitor.visit(this);
  }

  @Override
  public boolean sameValue(byte[] left, byte[] right) {
    return Arrays.equals(left, right);
  }
}
