package io.aludel.types;

import java.util.UUID;

/** A UUID; 32 hexadecimal characters where a database has no such type. */
public record UuidType() implements SqlType<UUID> {
  @Override
  public Class<UUID> javaType() {
    return UUID.class;
  }

  @Override
  public boolean comesBackEqual() {
    return true;
  }

  @Override
  public <R> R accept(TypeVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
