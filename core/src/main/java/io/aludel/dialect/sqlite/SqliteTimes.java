package io.aludel.dialect.sqlite;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/**
 * Dates and times of the years 0 to 9999 as text that sorts as they do: {@code 2024-02-29
 * 13:05:00.000000}. Fractions have six digits, and nine where six would lose something.
 */
final class SqliteTimes {
  private static final int DATE_LENGTH = 10;

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

  private static void append(StringBuilder text, LocalDate date) {
    digits(text, date.getYear(), 1000);
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

  static LocalDate date(String text) {
    try {
      return parseDate(text);
    } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException wrong) {
      throw unreadable(text, "DATE");
    }
  }

  static LocalTime time(String text) {
    try {
      return parseTime(text, 0);
    } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException wrong) {
      throw unreadable(text, "TIME");
    }
  }

  static LocalDateTime dateTime(String text) {
    try {
      LocalDate date = parseDate(text);
      return text.length() == DATE_LENGTH
          ? date.atStartOfDay()
          : LocalDateTime.of(date, parseTime(text, DATE_LENGTH + 1));
    } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException wrong) {
      throw unreadable(text, "TIMESTAMP");
    }
  }

  /** The first ten characters; a time may follow. */
  private static LocalDate parseDate(String text) {
    require(text, 4, '-');
    require(text, 7, '-');
    return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, DATE_LENGTH));
  }

  /** All that follows: hours and minutes, then maybe seconds, then maybe a fraction. */
  private static LocalTime parseTime(String text, int start) {
    require(text, start + 2, ':');
    int hour = number(text, start, start + 2);
    int minute = number(text, start + 3, start + 5);
    if (text.length() == start + 5) {
      return LocalTime.of(hour, minute);
    }
    require(text, start + 5, ':');
    int second = number(text, start + 6, start + 8);
    if (text.length() == start + 8) {
      return LocalTime.of(hour, minute, second);
    }
    require(text, start + 8, '.');
    return LocalTime.of(hour, minute, second, nanos(text, start + 9));
  }

  private static int nanos(String text, int start) {
    int nanos = number(text, start, text.length());
    for (int digits = text.length() - start; digits < 9; digits++) {
      nanos *= 10;
    }
    return nanos;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      char digit = text.charAt(i);
      if (digit < '0' || digit > '9' || i - from == 9) {
        throw new NumberFormatException();
      }
      number = number * 10 + digit - '0';
    }
    return number;
  }

  private static void require(String text, int index, char separator) {
    if (text.charAt(index) != separator) {
      throw new NumberFormatException();
    }
  }

  private static ArgumentException unreadable(String text, String type) {
    return new ArgumentException(
        CoreError.VALUE_CONVERSION,
        "Cannot read '" + text + "' as " + type
            + ": it is no date or time as SQLite's functions write them. Correct the row.");
  }
}
