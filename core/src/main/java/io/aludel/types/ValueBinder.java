package io.aludel.types;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Puts one Java value into one placeholder of a JDBC statement.
 *
 * @param <T> the Java type of the value
 */
@FunctionalInterface
public interface ValueBinder<T> {
  /**
   * Binds {@code value}, null included, at {@code index}.
   *
   * @param statement the statement that is about to run
   * @param index the placeholder, counted from 1
   * @param value the value, or null for SQL NULL
   * @throws SQLException if the driver refuses the value
   */
  void bind(PreparedStatement statement, int index, @Nullable T value) throws SQLException;
}
