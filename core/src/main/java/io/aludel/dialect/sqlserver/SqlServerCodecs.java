package io.aludel.dialect.sqlserver;

import io.aludel.dialect.TimeLimits;
import io.aludel.dialect.TypeCodecs;
import io.aludel.dialect.internal.GetterReader;
import io.aludel.dialect.internal.OpenReader;
import io.aludel.types.Codec;
import io.aludel.types.FloatingType;
import io.aludel.types.IntegerType;
import io.aludel.types.IntervalType;
import io.aludel.types.NumericType;
import io.aludel.types.SqlType;
import io.aludel.types.SqlTypes;
import io.aludel.types.TimeType;
import io.aludel.types.TimestampType;
import io.aludel.types.UuidType;
import io.aludel.types.ZonedTimestampType;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How values travel to SQL Server, which keeps tenths of a microsecond. UUIDs go as text, which it converts. */
final class SqlServerCodecs extends TypeCodecs {
  /** The nanoseconds of the smallest part of a second that is kept. */
  private static final int TICK = 100;

  SqlServerCodecs() {
    super(
        SqlServerDialect.NAME,
        new TimeLimits(SqlServerDialect.NAME, ChronoUnit.NANOS, 1, 9999, Set.of()));
  }

  /** The driver would round up. */
  @SuppressWarnings("unchecked") // a time with another fraction is one of the same class
  private static <T extends Temporal> T cut(T value) {
    int nanos = value.get(ChronoField.NANO_OF_SECOND);
    return nanos % TICK == 0
        ? value
        : (T) value.with(ChronoField.NANO_OF_SECOND, nanos - nanos % TICK);
  }

  /** A byte of the driver has no sign. */
  @Override
  public Codec<?> visit(IntegerType<?> type) {
    if (type.javaType() != (Class<?>) Byte.class) {
      return super.visit(type);
    }
    return SqlServerCodecs.<Byte>codec(
        Types.SMALLINT, PreparedStatement::setShort, SqlServerCodecs::readByte);
  }

  private static @Nullable Byte readByte(ResultSet rows, int column) throws SQLException {
    short value = rows.getShort(column);
    if (value != (byte) value) {
      throw new SQLException("The number " + value + " does not fit into a byte");
    }
    return value == 0 && rows.wasNull() ? null : (byte) value;
  }

  @Override
  public Codec<?> visit(FloatingType<?> type) {
    return finiteNumbers(type);
  }

  /** There are no negative scales. */
  @Override
  public Codec<?> visit(NumericType type) {
    return SqlServerCodecs.<BigDecimal>codec(
        Types.NUMERIC,
        (statement, index, value) ->
            statement.setBigDecimal(index, value.scale() < 0 ? value.setScale(0) : value),
        GetterReader.DECIMAL);
  }

  @Override
  public Codec<?> visit(TimeType type) {
    return SqlServerCodecs.<LocalTime>codec(
        Types.TIME,
        (statement, index, value) -> statement.setObject(index, cut(value)),
        (rows, column) -> rows.getObject(column, LocalTime.class));
  }

  @Override
  public Codec<?> visit(TimestampType type) {
    return SqlServerCodecs.<LocalDateTime>codec(
        Types.TIMESTAMP,
        (statement, index, value) -> statement.setObject(index, cut(times().kept(value))),
        (rows, column) -> rows.getObject(column, LocalDateTime.class));
  }

  @Override
  public Codec<?> visit(ZonedTimestampType<?> type) {
    if (type.javaType() == (Class<?>) Instant.class) {
      return SqlServerCodecs.<Instant>codec(
          Types.TIMESTAMP_WITH_TIMEZONE,
          (statement, index, value) ->
              statement.setObject(index, cut(times().inUtc(value)).atOffset(ZoneOffset.UTC)),
          (rows, column) -> {
            OffsetDateTime value = rows.getObject(column, OffsetDateTime.class);
            return value == null ? null : value.toInstant();
          });
    }
    return SqlServerCodecs.<OffsetDateTime>codec(
        Types.TIMESTAMP_WITH_TIMEZONE,
        (statement, index, value) -> statement.setObject(index, cut(times().kept(value))),
        (rows, column) -> rows.getObject(column, OffsetDateTime.class));
  }

  @Override
  public Codec<?> visit(UuidType type) {
    return SqlServerCodecs.<UUID>codec(
        Types.CHAR,
        (statement, index, value) -> statement.setString(index, value.toString()),
        (rows, column) -> {
          String text = rows.getString(column);
          return text == null ? null : UUID.fromString(text);
        });
  }

  @Override
  public Codec<?> visit(IntervalType type) {
    return datedIntervals();
  }

  @Override
  public Codec<?> other(SqlType<?> type) {
    Codec<?> known = super.other(type);
    if (type != SqlTypes.UNKNOWN && type != SqlTypes.DEFERRED) {
      return known;
    }
    @SuppressWarnings("unchecked") // what is of unknown type takes any object
    Codec<Object> any = (Codec<Object>) known;
    OpenReader reader = new OpenReader();
    return SqlServerCodecs.<Object>codec(
        Types.VARCHAR,
        (statement, index, value) -> any.binder().bind(statement, index, value),
        (rows, column) -> isZoned(rows, column)
            ? rows.getObject(column, OffsetDateTime.class)
            : reader.read(rows, column));
  }

  /** The driver has a class of its own for these. */
  private static boolean isZoned(ResultSet rows, int column) throws SQLException {
    return rows.getMetaData().getColumnTypeName(column).equalsIgnoreCase("datetimeoffset");
  }
}
