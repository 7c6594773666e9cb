package io.aludel.dialect.postgresql;

import io.aludel.types.BinaryType;
import io.aludel.types.BooleanType;
import io.aludel.types.DateType;
import io.aludel.types.FloatingType;
import io.aludel.types.IntegerType;
import io.aludel.types.NumericType;
import io.aludel.types.SqlType;
import io.aludel.types.StringType;
import io.aludel.types.TimeType;
import io.aludel.types.TimestampType;
import io.aludel.types.UuidType;
import io.aludel.types.ZonedTimestampType;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of COPY, made while they are read. */
final class CopyText extends InputStream {
  private static final int PORTION = 65_536;

  private final List<Field> fields;
  private final Iterator<@Nullable Object[]> rows;
  private byte[] buffer = new byte[PORTION + 4096];
  private int position;
  private int end;

  /** Writes one value as text. */
  @FunctionalInterface
  interface Field {
    String text(Object value);
  }

  CopyText(List<Field> fields, Iterator<@Nullable Object[]> rows) {
    this.fields = fields;
    this.rows = rows;
  }

  /** How values of a type are written, or null if they are not written here. */
  static @Nullable Field field(SqlType<?> type) {
    if (type instanceof DateType) {
      return value -> date((LocalDate) value);
    }
    if (type instanceof TimeType) {
      return value -> ((LocalTime) value).truncatedTo(ChronoUnit.MICROS).toString();
    }
    if (type instanceof TimestampType) {
      return value -> timestamp((LocalDateTime) value, "");
    }
    if (type instanceof ZonedTimestampType<?>) {
      return CopyText::zoned;
    }
    if (type instanceof BinaryType) {
      return value -> "\\x" + HexFormat.of().formatHex((byte[]) value);
    }
    if (type instanceof NumericType) {
      return value -> ((BigDecimal) value).toPlainString();
    }
    boolean asItIs = type instanceof IntegerType<?>
        || type instanceof FloatingType<?>
        || type instanceof BooleanType
        || type instanceof StringType
        || type instanceof UuidType;
    return asItIs ? Object::toString : null;
  }

  private static String zoned(Object value) {
    OffsetDateTime time = value instanceof Instant instant
        ? instant.atOffset(ZoneOffset.UTC)
        : (OffsetDateTime) value;
    if (time.equals(OffsetDateTime.MAX) || time.equals(OffsetDateTime.MIN)) {
      return time.equals(OffsetDateTime.MAX) ? "infinity" : "-infinity";
    }
    return timestamp(time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime(), "+00");
  }

  private static String timestamp(LocalDateTime value, String zone) {
    if (value.equals(LocalDateTime.MAX) || value.equals(LocalDateTime.MIN)) {
      return value.equals(LocalDateTime.MAX) ? "infinity" : "-infinity";
    }
    String time = value.toLocalTime().truncatedTo(ChronoUnit.MICROS).toString();
    LocalDate date = value.toLocalDate();
    return day(date) + " " + time + zone + era(date);
  }

  private static String date(LocalDate value) {
    if (value.equals(LocalDate.MAX) || value.equals(LocalDate.MIN)) {
      return value.equals(LocalDate.MAX) ? "infinity" : "-infinity";
    }
    return day(value) + era(value);
  }

  private static String day(LocalDate date) {
    int year = date.getYear() > 0 ? date.getYear() : 1 - date.getYear();
    return String.format(
        Locale.ROOT, "%04d-%02d-%02d", year, date.getMonthValue(), date.getDayOfMonth());
  }

  private static String era(LocalDate date) {
    return date.getYear() > 0 ? "" : " BC";
  }

  @Override
  public int read() {
    return fill() ? buffer[position++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, end - position);
    System.arraycopy(buffer, position, target, offset, count);
    position += count;
    return count;
  }

  private boolean fill() {
    if (position < end) {
      return true;
    }
    position = 0;
    end = 0;
    while (end < PORTION && rows.hasNext()) {
      row(rows.next());
    }
    return end > 0;
  }

  private void row(@Nullable Object[] row) {
    for (int i = 0; i < row.length; i++) {
      if (i > 0) {
        put('\t');
      }
      Object value = row[i];
      if (value == null) {
        put('\\');
        put('N');
      } else {
        escaped(fields.get(i).text(value));
      }
    }
    put('\n');
  }

  private void escaped(String text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '\\' || character == '\t' || character == '\n' || character == '\r') {
        put('\\');
        put(character == '\\' ? '\\' : character == '\t' ? 't' : character == '\n' ? 'n' : 'r');
      } else if (character < 0x80) {
        put(character);
      } else if (Character.isHighSurrogate(character)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        encoded(Character.toCodePoint(character, text.charAt(++i)));
      } else if (Character.isSurrogate(character)) {
        throw new IllegalArgumentException(
            "half of a surrogate pair, which is no character, stands at position " + i);
      } else {
        encoded(character);
      }
    }
  }

  /** UTF-8 of a character that is not ASCII. */
  private void encoded(int point) {
    if (point < 0x800) {
      put(0xc0 | point >> 6);
    } else {
      if (point < 0x10000) {
        put(0xe0 | point >> 12);
      } else {
        put(0xf0 | point >> 18);
        put(0x80 | (point >> 12 & 0x3f));
      }
      put(0x80 | (point >> 6 & 0x3f));
    }
    put(0x80 | (point & 0x3f));
  }

  private void put(int value) {
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    buffer[end++] = (byte) value;
  }
}
