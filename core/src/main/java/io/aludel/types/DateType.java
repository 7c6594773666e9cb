package io.aludel.types;

import java.time.LocalDate;

/** A date without time or zone. */
public record DateType() implements SqlType<LocalDate> {
  @Override
  public Class<LocalDate> javaType() {
    return LocalDate.class;
  }

  @Override
  public <R> R accept(TypeVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
