package io.aludel.dialect;

import io.aludel.types.ValueReader;
import java.sql.Clob;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import org.jspecify.annotations.Nullable;

/** Reads a column of unknown type as the driver gives it, old date classes turned into those of today. */
final class OpenReader implements ValueReader<Object> {
  @Override
  public @Nullable Object read(ResultSet rows, int column) throws SQLException {
    Object value = rows.getObject(column);
    if (value instanceof Timestamp timestamp) {
      return timestamp.toLocalDateTime();
    }
    if (value instanceof Date date) {
      return date.toLocalDate();
    }
    if (value instanceof Time time) {
      return time.toLocalTime();
    }
    return value instanceof Clob ? rows.getString(column) : value;
  }
}
