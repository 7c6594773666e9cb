package io.aludel.dialect.sqlite;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.dialect.TimeLimits;
import io.aludel.dialect.TypeCodecs;
import io.aludel.dialect.internal.GetterReader;
import io.aludel.types.BooleanType;
import io.aludel.types.Codec;
import io.aludel.types.DateType;
import io.aludel.types.ExactType;
import io.aludel.types.FloatingType;
import io.aludel.types.IntegerType;
import io.aludel.types.IntervalType;
import io.aludel.types.NumericType;
import io.aludel.types.TimeType;
import io.aludel.types.TimestampType;
import io.aludel.types.UuidType;
import io.aludel.types.ZonedTimestampType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How values travel to SQLite, which stores numbers, text and bytes and no more. Truth values are 1 and
 * 0. Dates and times are text that sorts as they do, points in time in UTC. Decimals are numbers, so
 * that they compare and add up; one that SQLite could not give back exactly is refused. UUIDs are 32
 * hexadecimal characters.
 */
final class SqliteCodecs extends TypeCodecs {
  /** The decimal digits that any binary number of 64 bits keeps. */
  private static final MathContext EXACT = new MathContext(15);

  /** The decimal digits of the longest {@code long}. */
  private static final int LONGEST = 19;

  SqliteCodecs() {
    super("sqlite", new TimeLimits("sqlite", ChronoUnit.NANOS, 0, 9999, Set.of()));
  }

  @Override
  public Codec<?> visit(BooleanType type) {
    return SqliteCodecs.<Boolean>codec(
        Types.INTEGER,
        (statement, index, value) -> statement.setInt(index, value ? 1 : 0),
        (rows, column) -> {
          long value = whole(rows, column, 0, 1, "BOOLEAN");
          return (value == 0 && rows.wasNull()) ? null : value == 1;
        });
  }

  @Override
  public Codec<?> visit(IntegerType<?> type) {
    Class<?> java = type.javaType();
    if (java == Integer.class) {
      return SqliteCodecs.<Integer>codec(
          Types.INTEGER, PreparedStatement::setInt, (rows, column) -> {
            long value = whole(rows, column, Integer.MIN_VALUE, Integer.MAX_VALUE, "INTEGER");
            return value == 0 && rows.wasNull() ? null : (Integer) (int) value;
          });
    }
    if (java == Short.class) {
      return SqliteCodecs.<Short>codec(
          Types.SMALLINT, PreparedStatement::setShort, (rows, column) -> {
            long value = whole(rows, column, Short.MIN_VALUE, Short.MAX_VALUE, "SMALLINT");
            return value == 0 && rows.wasNull() ? null : (Short) (short) value;
          });
    }
    if (java == Byte.class) {
      return SqliteCodecs.<Byte>codec(
          Types.SMALLINT, PreparedStatement::setByte, (rows, column) -> {
            long value = whole(rows, column, Byte.MIN_VALUE, Byte.MAX_VALUE, "TINYINT");
            return value == 0 && rows.wasNull() ? null : (Byte) (byte) value;
          });
    }
    return super.visit(type);
  }

  /**
   * The driver would cut a number that is too large without a word. NULL comes as zero: only then it is
   * worth asking the database what it was.
   */
  private static long whole(ResultSet rows, int column, long least, long most, String type)
      throws SQLException {
    long value = rows.getLong(column);
    if (value < least || value > most) {
      throw new ArgumentException(
          CoreError.VALUE_CONVERSION,
          "Cannot read " + value + " as " + type + ": it is outside " + least + " to " + most
              + ". Read it as a wider type.");
    }
    return value;
  }

  @Override
  public Codec<?> visit(FloatingType<?> type) {
    if (type.javaType() == (Class<?>) Float.class) {
      return SqliteCodecs.<Float>codec(
          Types.REAL,
          (statement, index, value) -> number(statement, index, value),
          (rows, column) -> {
            float value = (float) rows.getDouble(column);
            return value == 0 && rows.wasNull() ? null : value;
          });
    }
    return SqliteCodecs.<Double>codec(
        Types.DOUBLE,
        (statement, index, value) -> number(statement, index, value),
        GetterReader.DOUBLE);
  }

  private static void number(PreparedStatement statement, int index, double value)
      throws SQLException {
    if (Double.isNaN(value)) {
      throw new ArgumentException(
          CoreError.WRONG_VALUE, "Cannot bind NaN: SQLite would store NULL. Bind null instead.");
    }
    statement.setDouble(index, value);
  }

  @Override
  public Codec<?> visit(NumericType type) {
    return SqliteCodecs.<BigDecimal>codec(
        Types.NUMERIC,
        SqliteCodecs::decimal,
        (rows, column) -> decimal(type, rows.getObject(column)));
  }

  private static void decimal(PreparedStatement statement, int index, BigDecimal value)
      throws SQLException {
    BigDecimal plain = value.stripTrailingZeros();
    double nearest = plain.doubleValue();
    boolean isNormal = Math.abs(nearest) >= Double.MIN_NORMAL && Double.isFinite(nearest);
    if (plain.signum() == 0 || (isNormal && plain.precision() <= EXACT.getPrecision())) {
      statement.setDouble(index, nearest);
    } else if (isLong(plain)) {
      statement.setLong(index, plain.longValueExact());
    } else {
      throw new ArgumentException(
          CoreError.WRONG_VALUE,
          "Cannot bind a decimal of " + plain.precision() + " digits: SQLite keeps "
              + EXACT.getPrecision()
              + " exactly, and whole numbers of 64 bits. Store it as text, or"
              + " as a whole number of smaller units.");
    }
  }

  private static boolean isLong(BigDecimal plain) {
    return plain.scale() <= 0
        && (long) plain.precision() - plain.scale() <= LONGEST
        && plain.toBigInteger().bitLength() < Long.SIZE;
  }

  private static @Nullable BigDecimal decimal(NumericType type, @Nullable Object stored) {
    if (stored == null) {
      return null;
    }
    BigDecimal value = decimal(stored);
    return value.scale() < type.scale() ? value.setScale(type.scale()) : value;
  }

  private static BigDecimal decimal(Object stored) {
    try {
      return stored instanceof Double number
          ? BigDecimal.valueOf(number).round(EXACT).stripTrailingZeros()
          : new BigDecimal(stored.toString());
    } catch (NumberFormatException wrong) {
      throw new ArgumentException(
          CoreError.VALUE_CONVERSION,
          "Cannot read '" + stored + "' as NUMERIC: it is no decimal number. Correct the row.");
    }
  }

  @Override
  public Codec<?> visit(DateType type) {
    return SqliteCodecs.<LocalDate>codec(
        Types.VARCHAR,
        (statement, index, value) ->
            statement.setString(index, SqliteTimes.text(times().kept(value))),
        (rows, column) -> {
          String text = rows.getString(column);
          return text == null ? null : SqliteTimes.date(text);
        });
  }

  @Override
  public Codec<?> visit(TimeType type) {
    return SqliteCodecs.<LocalTime>codec(
        Types.VARCHAR,
        (statement, index, value) -> statement.setString(index, SqliteTimes.text(value)),
        (rows, column) -> {
          String text = rows.getString(column);
          return text == null ? null : SqliteTimes.time(text);
        });
  }

  @Override
  public Codec<?> visit(TimestampType type) {
    return SqliteCodecs.<LocalDateTime>codec(
        Types.VARCHAR,
        (statement, index, value) ->
            statement.setString(index, SqliteTimes.text(times().kept(value))),
        (rows, column) -> {
          String text = rows.getString(column);
          return text == null ? null : SqliteTimes.dateTime(text);
        });
  }

  @Override
  public Codec<?> visit(ZonedTimestampType<?> type) {
    if (type.javaType() == (Class<?>) Instant.class) {
      return SqliteCodecs.<Instant>codec(
          Types.VARCHAR,
          (statement, index, value) ->
              statement.setString(index, SqliteTimes.text(times().inUtc(value))),
          (rows, column) -> {
            String text = rows.getString(column);
            return text == null ? null : SqliteTimes.dateTime(text).toInstant(ZoneOffset.UTC);
          });
    }
    return SqliteCodecs.<OffsetDateTime>codec(
        Types.VARCHAR,
        (statement, index, value) ->
            statement.setString(index, SqliteTimes.text(times().inUtc(value.toInstant()))),
        (rows, column) -> {
          String text = rows.getString(column);
          return text == null ? null : SqliteTimes.dateTime(text).atOffset(ZoneOffset.UTC);
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

  /** A column declared as UUID makes numbers of digits, unless there are dashes between them. */
  @Override
  public Codec<?> visit(ExactType<?> type) {
    if (type.values() instanceof UuidType) {
      return SqliteCodecs.<UUID>codec(
          Types.VARCHAR,
          (statement, index, value) -> statement.setString(index, value.toString()),
          hexadecimalUuids().reader());
    }
    return super.visit(type);
  }
}
