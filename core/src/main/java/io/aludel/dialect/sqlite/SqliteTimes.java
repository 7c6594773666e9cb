package io.aludel.dialect.sqlite;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * Dates and times as text that sorts as they do: {@code 2024-02-29 13:05:00.000000}. Fractions have six
 * digits, and nine where six would lose something.
 */
final class SqliteTimes {
  private static final int MAX_YEAR = 9999;

  private SqliteTimes() {}

  static String text(LocalDate date) {
    StringBuilder text = new StringBuilder(10);
    append(text, date);
    return text.toString();
  }

  static String text(LocalTime time) {
    StringBuilder text = new StringBuilder(18);
    append(text, time);
    return text.toString();
  }

  static String text(LocalDateTime dateTime) {
    StringBuilder text = new StringBuilder(29);
    append(text, dateTime.toLocalDate());
    text.append(' ');
    append(text, dateTime.toLocalTime());
    return text.toString();
  }

  static String text(Instant instant) {
    try {
      return text(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    } catch (DateTimeException beyond) {
      throw unsortable(instant);
    }
  }

  private static void append(StringBuilder text, LocalDate date) {
    int year = date.getYear();
    if (year < 0 || year > MAX_YEAR) {
      throw unsortable(date);
    }
    digits(text, year, 1000);
    text.append('-');
    digits(text, date.getMonthValue(), 10);
    text.append('-');
    digits(text, date.getDayOfMonth(), 10);
  }

  private static void append(StringBuilder text, LocalTime time) {
    digits(text, time.getHour(), 10);
    text.append(':');
    digits(text, time.getMinute(), 10);
    text.append(':');
    digits(text, time.getSecond(), 10);
    text.append('.');
    int nanos = time.getNano();
    if (nanos % 1000 == 0) {
      digits(text, nanos / 1000, 100_000);
    } else {
      digits(text, nanos, 100_000_000);
    }
  }

  private static void digits(StringBuilder text, int number, int highest) {
    for (int unit = highest; unit > 0; unit /= 10) {
      text.append((char) ('0' + number / unit % 10));
    }
  }

  private static ArgumentException unsortable(Object value) {
    return new ArgumentException(
        CoreError.WRONG_VALUE,
        "Cannot bind " + value + ": SQLite stores dates as text, which sorts only from year 0 to "
            + MAX_YEAR + ". Give a date within.");
  }

  static LocalDate date(String text) {
    try {
      return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
    } catch (DateTimeParseException wrong) {
      throw unreadable(text, "DATE");
    }
  }

  static LocalTime time(String text) {
    try {
      return LocalTime.parse(text);
    } catch (DateTimeParseException wrong) {
      throw unreadable(text, "TIME");
    }
  }

  static LocalDateTime dateTime(String text) {
    try {
      if (text.length() == 10) {
        return LocalDate.parse(text).atStartOfDay();
      }
      LocalDate date = fastDate(text);
      return LocalDateTime.of(date, LocalTime.parse(text.substring(11)));
    } catch (DateTimeException | IndexOutOfBoundsException wrong) {
      throw unreadable(text, "TIMESTAMP");
    }
  }

  private static LocalDate fastDate(String text) {
    return LocalDate.of(
        Integer.parseInt(text, 0, 4, 10),
        Integer.parseInt(text, 5, 7, 10),
        Integer.parseInt(text, 8, 10, 10));
  }

  private static ArgumentException unreadable(String text, String type) {
    return new ArgumentException(
        CoreError.VALUE_CONVERSION,
        "Cannot read '" + text + "' as " + type
            + ": it is no date or time as SQLite's functions write them. Correct the row.");
  }
}
