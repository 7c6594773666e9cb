package io.aludel.dialect.oracle;

import io.aludel.dialect.TimeLimits;
import io.aludel.dialect.TypeCodecs;
import io.aludel.dialect.internal.GetterReader;
import io.aludel.dialect.oracle.OracleDialect.Release;
import io.aludel.types.BooleanType;
import io.aludel.types.Codec;
import io.aludel.types.FloatingType;
import io.aludel.types.IntervalType;
import io.aludel.types.TimeType;
import io.aludel.types.UuidType;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * How values travel to Oracle, which keeps nanoseconds of the years 1 to 9999. Empty text and empty bytes
 * come back as null.
 */
final class OracleCodecs extends TypeCodecs {
  /** What the driver calls binary fractions, which it would send as decimals otherwise. */
  static final int BINARY_FLOAT = 100;

  static final int BINARY_DOUBLE = 101;

  private final Release release;

  OracleCodecs(Release release) {
    super("oracle", new TimeLimits("oracle", ChronoUnit.NANOS, 1, 9999, Set.of()));
    this.release = release;
  }

  @Override
  public Codec<?> visit(BooleanType type) {
    return release == Release.FROM_23
        ? super.visit(type)
        : OracleCodecs.<Boolean>codec(
            Types.NUMERIC,
            (statement, index, value) -> statement.setInt(index, value ? 1 : 0),
            GetterReader.BOOLEAN);
  }

  @Override
  public Codec<?> visit(FloatingType<?> type) {
    return type.javaType() == (Class<?>) Float.class
        ? OracleCodecs.<Float>codec(
            BINARY_FLOAT,
            (statement, index, value) -> statement.setObject(index, value, BINARY_FLOAT),
            GetterReader.FLOAT)
        : OracleCodecs.<Double>codec(
            BINARY_DOUBLE,
            (statement, index, value) -> statement.setObject(index, value, BINARY_DOUBLE),
            GetterReader.DOUBLE);
  }

  @Override
  public Codec<?> visit(TimeType type) {
    return OracleCodecs.<LocalTime>codec(
        Types.TIMESTAMP,
        (statement, index, value) ->
            statement.setObject(index, times().kept(value).atDate(LocalDate.EPOCH)),
        (rows, column) -> {
          LocalDateTime value = rows.getObject(column, LocalDateTime.class);
          return value == null ? null : value.toLocalTime();
        });
  }

  @Override
  public Codec<?> visit(IntervalType type) {
    return OracleCodecs.<Duration>codec(
        Types.VARCHAR,
        (statement, index, value) -> statement.setString(index, IntervalText.of(value)),
        (rows, column) -> {
          String text = rows.getString(column);
          return text == null ? null : IntervalText.parse(text);
        });
  }

  @Override
  public Codec<?> visit(UuidType type) {
    return hexadecimalUuids();
  }
}
