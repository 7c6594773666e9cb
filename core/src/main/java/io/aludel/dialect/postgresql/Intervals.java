package io.aludel.dialect.postgresql;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import java.time.Duration;
import java.time.Period;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Intervals as the server reads and, in its ordinary style, writes them. */
record Intervals(int months, int days, Duration time) {
  private static final Pattern PART = Pattern.compile("([+-]?\\d+) (year|mon|day)s?");
  private static final Pattern TIME =
      Pattern.compile("([+-]?)(\\d+):(\\d\\d):(\\d\\d)(?:\\.(\\d{1,6}))?$");

  /** The server keeps microseconds; finer parts are cut off, towards zero. */
  static String text(Duration value) {
    return value.minusNanos(value.getNano() % 1000).toString();
  }

  static String text(Period value) {
    return value.toString();
  }

  static Intervals parse(String text) {
    int months = 0;
    int days = 0;
    Matcher part = PART.matcher(text);
    while (part.find()) {
      int number = Integer.parseInt(part.group(1));
      switch (part.group(2)) {
        case "year" -> months += 12 * number;
        case "mon" -> months += number;
        default -> days += number;
      }
    }
    Matcher time = TIME.matcher(text);
    boolean timed = time.find();
    if (!timed && text.indexOf(':') >= 0) {
      throw unreadable(text, "interval", "the server writes intervals in another style");
    }
    return new Intervals(months, days, timed ? time(time) : Duration.ZERO);
  }

  private static Duration time(Matcher time) {
    String fraction = time.group(5) == null ? "" : time.group(5);
    Duration length = Duration.ofHours(Long.parseLong(time.group(2)))
        .plusMinutes(Long.parseLong(time.group(3)))
        .plusSeconds(Long.parseLong(time.group(4)))
        .plusNanos(Long.parseLong((fraction + "000000000").substring(0, 9)));
    return time.group(1).equals("-") ? length.negated() : length;
  }

  Duration duration(String text) {
    if (months != 0) {
      throw unreadable(text, "a Duration", "months have no certain length. Read it as a Period");
    }
    return time.plusDays(days);
  }

  Period period(String text) {
    if (!time.isZero()) {
      throw unreadable(text, "a Period", "it holds hours. Read it as a Duration");
    }
    return Period.of(months / 12, months % 12, days);
  }

  private static ArgumentException unreadable(String text, String target, String why) {
    return new ArgumentException(
        CoreError.VALUE_CONVERSION,
        "Cannot read the interval '" + text + "' as " + target + ": " + why + ".");
  }
}
