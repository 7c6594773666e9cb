package io.aludel.types;

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
