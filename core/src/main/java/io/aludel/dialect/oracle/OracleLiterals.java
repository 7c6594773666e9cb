package io.aludel.dialect.oracle;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Literals that Oracle spells in its own way. */
final class OracleLiterals {
  /** A literal has 4000 bytes at most, and no character has more than four. */
  private static final int LONGEST = 1000;

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSSSSS", Locale.ROOT);
  private static final DateTimeFormatter ZONED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSSSSS xxx", Locale.ROOT);

  private OracleLiterals() {}

  static boolean isOurs(@Nullable Object value) {
    return value instanceof LocalDateTime
        || value instanceof OffsetDateTime
        || value instanceof Float
        || value instanceof Double
        || (value instanceof String text && text.length() > LONGEST);
  }

  static @Nullable String of(@Nullable Object value) {
    if (value instanceof LocalDateTime time) {
      return "TIMESTAMP '" + TIMESTAMP.format(time) + "'";
    }
    if (value instanceof OffsetDateTime time) {
      return "TIMESTAMP '" + ZONED.format(time) + "'";
    }
    if (value instanceof Float number) {
      return floating(number, "BINARY_FLOAT", "f");
    }
    if (value instanceof Double number) {
      return floating(number, "BINARY_DOUBLE", "d");
    }
    return value instanceof String text && text.indexOf('\0') < 0 ? pieces(text) : null;
  }

  private static String floating(Number number, String type, String suffix) {
    double value = number.doubleValue();
    if (Double.isFinite(value)) {
      return number + suffix;
    }
    String word = Double.isNaN(value) ? "_NAN" : "_INFINITY";
    return (value == Double.NEGATIVE_INFINITY ? "(-" + type + word + ")" : type + word);
  }

  private static String pieces(String text) {
    StringJoiner pieces = new StringJoiner(" || ", "(", ")");
    int from = 0;
    while (from < text.length()) {
      int to = Math.min(from + LONGEST, text.length());
      if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
        to--;
      }
      pieces.add("TO_CLOB('" + text.substring(from, to).replace("'", "''") + "')");
      from = to;
    }
    return pieces.toString();
  }
}
