package io.aludel.dialect.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Dates, times and UUIDs as literals of standard SQL. */
public final class TimeLiterals {
  private TimeLiterals() {}

  public static @Nullable String of(Object value) {
    if (value instanceof LocalDate) {
      return "DATE '" + value + "'";
    }
    if (value instanceof LocalTime) {
      return "TIME '" + value + "'";
    }
    if (value instanceof LocalDateTime) {
      return "TIMESTAMP '" + value.toString().replace('T', ' ') + "'";
    }
    if (value instanceof OffsetDateTime) {
      return "TIMESTAMP WITH TIME ZONE '" + value.toString().replace('T', ' ') + "'";
    }
    return value instanceof UUID ? "CAST('" + value + "' AS UUID)" : null;
  }
}
