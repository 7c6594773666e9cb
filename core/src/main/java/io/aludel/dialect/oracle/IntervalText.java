package io.aludel.dialect.oracle;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as Oracle writes them: days, then hours, minutes and seconds. */
final class IntervalText {
  private static final Pattern TEXT =
      Pattern.compile("([+-]?)(\\d+) (\\d+):(\\d+):(\\d+)(?:\\.(\\d{1,9}))?");

  private IntervalText() {}

  static String of(Duration value) {
    Duration length = value.abs();
    return String.format(
        Locale.ROOT,
        "%s%d %02d:%02d:%02d.%09d",
        value.isNegative() ? "-" : "+",
        length.toDays(),
        length.toHoursPart(),
        length.toMinutesPart(),
        length.toSecondsPart(),
        length.toNanosPart());
  }

  static Duration parse(String text) {
    Matcher parts = TEXT.matcher(text.strip());
    if (!parts.matches()) {
      throw new ArgumentException(
          CoreError.VALUE_CONVERSION,
          "Cannot read '" + text
              + "' as a length of time: it is not days, then hours:minutes:seconds."
              + " Select it as INTERVAL DAY TO SECOND.");
    }
    String fraction = parts.group(6) == null ? "" : parts.group(6);
    Duration length = Duration.ofDays(Long.parseLong(parts.group(2)))
        .plusHours(Long.parseLong(parts.group(3)))
        .plusMinutes(Long.parseLong(parts.group(4)))
        .plusSeconds(Long.parseLong(parts.group(5)))
        .plusNanos(Long.parseLong((fraction + "000000000").substring(0, 9)));
    return parts.group(1).equals("-") ? length.negated() : length;
  }
}
