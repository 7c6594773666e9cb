package io.aludel.dialect.mysql;

import io.aludel.dialect.TimeLimits;
import io.aludel.dialect.TypeCodecs;
import io.aludel.types.Codec;
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
  MysqlCodecs() {
    super("mysql", new TimeLimits("mysql", ChronoUnit.MICROS, 1, 9999, Set.of()));
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
}
