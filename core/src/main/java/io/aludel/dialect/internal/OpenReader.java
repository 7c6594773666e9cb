package io.aludel.dialect.internal;

import io.aludel.types.ValueReader;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads a column of unknown type as the driver gives it, but asks again for dates and times: the old
 * classes depend on the time zone of the JVM, in which some of them do not exist.
 */
public final class OpenReader implements ValueReader<Object> {
  /** Creates the reader. */
  public OpenReader() {}

  @Override
  public @Nullable Object read(ResultSet rows, int column) throws SQLException {
    Object value = rows.getObject(column);
    if (value instanceof Timestamp) {
      return isZoned(rows, column)
          ? rows.getObject(column, OffsetDateTime.class)
          : rows.getObject(column, LocalDateTime.class);
    }
    if (value instanceof Date) {
      return rows.getObject(column, LocalDate.class);
    }
    if (value instanceof Time) {
      return isZoned(rows, column)
          ? rows.getObject(column, OffsetTime.class)
          : rows.getObject(column, LocalTime.class);
    }
    if (value instanceof Clob) {
      return rows.getString(column);
    }
    return value instanceof Blob ? rows.getBytes(column) : value;
  }

  /** PostgreSQL calls its zoned types by the JDBC types of the others. */
  private static boolean isZoned(ResultSet rows, int column) throws SQLException {
    int type = rows.getMetaData().getColumnType(column);
    return type == Types.TIMESTAMP_WITH_TIMEZONE
        || type == Types.TIME_WITH_TIMEZONE
        || rows.getMetaData().getColumnTypeName(column).endsWith("tz");
  }
}
