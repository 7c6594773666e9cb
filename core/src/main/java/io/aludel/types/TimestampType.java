package io.aludel.types;

import java.time.LocalDateTime;

/** A date and time of day without zone. */
public record TimestampType() implements SqlType<LocalDateTime> {
  @Override
  public Class<LocalDateTime> javaType() {
    return LocalDateTime.class;
  }

  @Override
  public <R> R accept(TypeVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
