package io.aludel.types;

/**
 * Text.
 *
 * @param length the most characters, 0 for no limit
 * @param large true for the database's type for long text
 */
public record StringType(int length, boolean large) implements SqlType<String> {
  @Override
  public Class<String> javaType() {
    return String.class;
  }

  @Override
  public <R> R accept(TypeVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
