package io.aludel.dialect.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Numbers, dates, times and UUIDs as literals of standard SQL. */
public final class PlainLiterals {
  private PlainLiterals() {}

  /** The literal of a value; null for one of another class, and for a number that is none. */
  public static @Nullable String of(Object value) {
    if (value instanceof Number number) {
      return number(number);
    }
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

  private static @Nullable String number(Number value) {
    if (value instanceof Float || value instanceof Double) {
      return Double.isFinite(value.doubleValue()) ? value.toString() : null;
    }
    return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
  }
}
