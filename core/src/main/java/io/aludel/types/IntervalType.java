package io.aludel.types;

import java.time.Duration;

/**
 * A length of time to the fraction of a second. Where a database has no such type it is stored as the
 * date and time that lies so far from 1970-01-01.
 */
public record IntervalType() implements SqlType<Duration> {
  @Override
  public Class<Duration> javaType() {
    return Duration.class;
  }

  @Override
  public <R> R accept(TypeVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
