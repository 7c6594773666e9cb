package io.aludel.types;

import java.time.LocalTime;

/** A time of day without date or zone. */
public record TimeType() implements SqlType<LocalTime> {
  @Override
  public Class<LocalTime> javaType() {
    return LocalTime.class;
  }

  @Override
  public <R> R accept(TypeVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
