package io.aludel.types;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one column of the current row of a JDBC result.
 *
 * @param <T> the Java type of the value
 */
@FunctionalInterface
public interface ValueReader<T> {
  /**
   * Reads the value of {@code column}, calling the driver's typed getter by position.
   *
   * @param rows the result, standing on a row
   * @param column the column, counted from 1
   * @return the value, or null for SQL NULL
   * @throws SQLException if the driver cannot give the value
   */
  @Nullable T read(ResultSet rows, int column) throws SQLException;
}
