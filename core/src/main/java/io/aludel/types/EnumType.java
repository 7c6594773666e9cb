package io.aludel.types;

import java.util.Arrays;
import java.util.List;

/**
 * The constants of an enum, stored by name.
 *
 * @param javaType the enum class
 * @param <E> the enum
 */
public record EnumType<E extends Enum<E>>(Class<E> javaType) implements SqlType<E> {
  @Override
  public <R> R accept(TypeVisitor<R> visitor) {
    return visitor.visit(this);
  }

  /**
   * The names of the constants, in the order of the enum.
   *
   * @return the names
   */
  public List<String> constantNames() {
    return Arrays.stream(javaType.getEnumConstants()).map(Enum::name).toList();
  }

  /**
   * The length of the longest name, which is the length of the column.
   *
   * @return the number of characters
   */
  public int length() {
    int longest = 1;
    for (E constant : javaType.getEnumConstants()) {
      longest = Math.max(longest, constant.name().length());
    }
    return longest;
  }
}
