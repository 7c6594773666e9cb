package io.aludel.dialect.postgresql;

import io.aludel.dialect.TimeLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;

/** Arrays in the way the server writes them: <code>{1,"two",NULL}</code>. */
final class ArrayText {
  private final TimeLimits times;

  ArrayText(TimeLimits times) {
    this.times = times;
  }

  String of(List<?> values) {
    StringJoiner text = new StringJoiner(",", "{", "}");
    for (Object value : values) {
      if (value == null) {
        text.add("NULL");
      } else if (value instanceof List<?> inner) {
        text.add(of(inner));
      } else {
        text.add(quoted(plain(value)));
      }
    }
    return text.toString();
  }

  /** A value as the server reads it. */
  String plain(Object value) {
    if (value instanceof byte[] bytes) {
      return "\\x" + HexFormat.of().formatHex(bytes);
    }
    if (value instanceof LocalDateTime dateTime) {
      return times.kept(dateTime).toString();
    }
    if (value instanceof LocalTime time) {
      return times.kept(time).toString();
    }
    if (value instanceof Instant instant) {
      return times.inUtc(instant) + "Z";
    }
    if (value instanceof OffsetDateTime dateTime) {
      return times.kept(dateTime).toString();
    }
    return value instanceof Duration duration ? Intervals.text(duration) : value.toString();
  }

  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
