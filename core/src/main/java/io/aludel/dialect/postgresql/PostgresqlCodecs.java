package io.aludel.dialect.postgresql;

import io.aludel.dialect.TimeLimits;
import io.aludel.dialect.TypeCodecs;
import io.aludel.types.ArrayType;
import io.aludel.types.Codec;
import io.aludel.types.EnumType;
import io.aludel.types.InetType;
import io.aludel.types.IntervalType;
import io.aludel.types.JsonType;
import io.aludel.types.ZonedTimestampType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * How values travel to PostgreSQL, which keeps microseconds and no offsets. The driver makes infinity of
 * the first and the last value of java.time, and of any date that comes before those of the database.
 */
final class PostgresqlCodecs extends TypeCodecs {
  static final TimeLimits TIMES = new TimeLimits(
      "postgresql",
      ChronoUnit.MICROS,
      -4712,
      294_275,
      Set.of(
          LocalDate.MIN,
          LocalDate.MAX,
          LocalDateTime.MIN,
          LocalDateTime.MAX,
          OffsetDateTime.MIN,
          OffsetDateTime.MAX));

  PostgresqlCodecs() {
    super("postgresql", TIMES);
  }

  @Override
  public Codec<?> visit(ZonedTimestampType<?> type) {
    if (type.javaType() == (Class<?>) Instant.class) {
      return super.visit(type);
    }
    return PostgresqlCodecs.<OffsetDateTime>codec(
        Types.TIMESTAMP_WITH_TIMEZONE,
        (statement, index, value) -> statement.setObject(index, TIMES.inUtc(value)),
        (rows, column) -> rows.getObject(column, OffsetDateTime.class));
  }

  @Override
  public Codec<?> visit(JsonType<?> type) {
    return jsons(type, PostgresqlCodecs::untyped);
  }

  /** Text whose type the server is to find out. */
  static void untyped(PreparedStatement statement, int index, String text) throws SQLException {
    statement.setObject(index, text, Types.OTHER);
  }

  @Override
  public Codec<?> visit(EnumType<?> type) {
    return type.isNative() ? natives(type) : super.visit(type);
  }

  @SuppressWarnings("unchecked") // the codec of the same type
  private <T> Codec<T> natives(EnumType<T> type) {
    Codec<T> texts = (Codec<T>) super.visit(type);
    return PostgresqlCodecs.<T>codec(
        Types.OTHER,
        (statement, index, value) -> untyped(statement, index, type.text(value)),
        texts.reader());
  }

  @Override
  public Codec<?> visit(InetType type) {
    return addresses(PostgresqlCodecs::untyped, Types.OTHER);
  }

  @Override
  public Codec<?> visit(IntervalType type) {
    return PostgresqlCodecs.<Duration>codec(
        Types.OTHER,
        (statement, index, value) -> untyped(statement, index, Intervals.text(value)),
        (rows, column) -> {
          String text = rows.getString(column);
          return text == null ? null : Intervals.parse(text).duration(text);
        });
  }

  @Override
  public Codec<?> visit(ArrayType<?> type) {
    return arrays(
        type,
        (statement, index, value) -> untyped(statement, index, new ArrayText(times()).of(value)));
  }
}
