package io.aludel.types;

/** The truth values; BOOLEAN, or 0 and 1 where a database has no such type. */
public record BooleanType() implements SqlType<Boolean> {
  @Override
  public Class<Boolean> javaType() {
    return Boolean.class;
  }

  @Override
  public <R> R accept(TypeVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
