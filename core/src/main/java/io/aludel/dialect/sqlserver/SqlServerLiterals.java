package io.aludel.dialect.sqlserver;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values as literals, where SQL Server writes them otherwise than the standard. */
final class SqlServerLiterals {
  private static final String TIME = "HH:mm:ss.SSSSSSS";
  private static final String MOMENT = "uuuu-MM-dd'T'" + TIME;

  private SqlServerLiterals() {}

  /** The literal, or null for values that are written as everywhere. */
  static @Nullable String of(Object value) {
    if (value instanceof String text) {
      return text.indexOf('\0') < 0 ? UnicodeText.expression(text) : null;
    }
    if (value instanceof Float || value instanceof Double) {
      return number(((Number) value).doubleValue(), value.toString());
    }
    if (value instanceof LocalDate date) {
      return "CAST('" + date + "' AS DATE)";
    }
    if (value instanceof LocalTime time) {
      return "CAST('" + format(TIME).format(time) + "' AS TIME)";
    }
    if (value instanceof LocalDateTime moment) {
      return "CAST('" + format(MOMENT).format(moment) + "' AS DATETIME2)";
    }
    return value instanceof OffsetDateTime moment
        ? "CAST('" + format(MOMENT + "xxx").format(moment) + "' AS DATETIMEOFFSET)"
        : null;
  }

  /** Without an exponent a number is a decimal. */
  private static @Nullable String number(double value, String text) {
    if (!Double.isFinite(value)) {
      return null;
    }
    return text.indexOf('E') < 0 ? text + "E0" : text;
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }
}
