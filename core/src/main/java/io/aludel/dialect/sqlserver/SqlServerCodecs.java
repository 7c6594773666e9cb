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
import io.aludel.types.UuidType;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How values travel to SQL Server, which keeps tenths of a microsecond, of which whole ones are used. UUIDs go as
 * text, which it converts.
 */
final class SqlServerCodecs extends TypeCodecs {
  SqlServerCodecs() {
    super(
        SqlServerDialect.NAME,
        new TimeLimits(SqlServerDialect.NAME, ChronoUnit.MICROS, 1, 9999, Set.of()));
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
