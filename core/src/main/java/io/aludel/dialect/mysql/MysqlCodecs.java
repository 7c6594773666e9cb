package io.aludel.dialect.mysql;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.dialect.TimeLimits;
import io.aludel.dialect.TypeCodecs;
import io.aludel.dialect.internal.GetterReader;
import io.aludel.types.Codec;
import io.aludel.types.FloatingType;
import io.aludel.types.IntervalType;
import io.aludel.types.StringType;
import io.aludel.types.UuidType;
import io.aludel.types.ZonedTimestampType;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * How values travel to MySQL, which keeps microseconds. Points in time are stored as DATETIME in UTC, so
 * that neither the session's time zone nor the year 2038 matters; UUIDs as 32 hexadecimal characters.
 */
final class MysqlCodecs extends TypeCodecs {
  MysqlCodecs(String dialect) {
    super(dialect, new TimeLimits(dialect, ChronoUnit.MICROS, 1, 9999, Set.of()));
  }

  @Override
  public Codec<?> visit(FloatingType<?> type) {
    return finiteNumbers(type);
  }

  /** The drivers send half a surrogate pair as bytes that mean something else. */
  @Override
  public Codec<?> visit(StringType type) {
    return MysqlCodecs.<String>codec(
        Types.VARCHAR,
        (statement, index, value) -> statement.setString(index, whole(value)),
        GetterReader.STRING);
  }

  private static String whole(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (Character.isSurrogate(value.charAt(i))) {
        int character = value.codePointAt(i);
        if (!Character.isSupplementaryCodePoint(character)) {
          throw new ArgumentException(
              CoreError.WRONG_VALUE,
              "Cannot bind a text with half a surrogate pair at position " + i
                  + ": it is no character. Bind whole characters.");
        }
        i++;
      }
    }
    return value;
  }

  @Override
  public Codec<?> visit(ZonedTimestampType<?> type) {
    if (type.javaType() == (Class<?>) Instant.class) {
      return MysqlCodecs.<Instant>codec(
          Types.TIMESTAMP,
          (statement, index, value) -> statement.setObject(index, times().inUtc(value)),
          (rows, column) -> {
            LocalDateTime value = rows.getObject(column, LocalDateTime.class);
            return value == null ? null : value.toInstant(ZoneOffset.UTC);
          });
    }
    return MysqlCodecs.<OffsetDateTime>codec(
        Types.TIMESTAMP,
        (statement, index, value) -> statement.setObject(index, times().inUtc(value.toInstant())),
        (rows, column) -> {
          LocalDateTime value = rows.getObject(column, LocalDateTime.class);
          return value == null ? null : value.atOffset(ZoneOffset.UTC);
        });
  }

  @Override
  public Codec<?> visit(UuidType type) {
    return hexadecimalUuids();
  }

  @Override
  public Codec<?> visit(IntervalType type) {
    return datedIntervals();
  }
}
