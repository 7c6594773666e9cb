package io.aludel.dialect.postgresql;

import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Cancels what the server does for a connection. A statement of the driver cancels once only, even if the
 * server had not begun yet and so did nothing; its connection does each time. The driver is not on our class
 * path.
 */
final class ServerCancel {
  private ServerCancel() {}

  static void send(Statement statement) throws SQLException {
    try {
      Connection connection = statement.getConnection();
      Class<?> driver = Class.forName(
          "org.postgresql.PGConnection", true, connection.getClass().getClassLoader());
      driver.getMethod("cancelQuery").invoke(connection.unwrap(driver));
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof SQLException cause ? cause : new SQLException(e.getCause());
    } catch (ReflectiveOperationException otherDriver) {
      statement.cancel();
    }
  }
}
