package io.aludel.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An INSERT of many rows by a protocol that the database has for bulk loads. Made by {@link
 * Dialect#bulkLoad}; holds no values; safe to share.
 */
public interface BulkLoad {
  /**
   * What is sent, for logs and messages.
   *
   * @return the statement that begins the load
   */
  String sql();

  /**
   * Loads rows within the transaction of a connection.
   *
   * @param connection the driver's connection
   * @param rows the values of each row, in the order of the columns of the INSERT
   * @return the number of rows
   * @throws SQLException if the database or its driver fails
   */
  long run(Connection connection, List<@Nullable Object[]> rows) throws SQLException;
}
