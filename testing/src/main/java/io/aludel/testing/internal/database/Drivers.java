package io.aludel.testing.internal.database;

import io.aludel.testing.TestingError;
import io.aludel.testing.TestingException;
import io.aludel.testing.spi.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Plain JDBC towards the databases that tests run on. */
final class Drivers {
  private Drivers() {}

  /** Fails with the artifact to add when no driver takes the URL. */
  static void require(String url, String artifact) {
    try {
      DriverManager.getDriver(url);
    } catch (SQLException e) {
      throw missing("the JDBC driver", artifact, e);
    }
  }

  static TestingException missing(String what, String artifacts, Throwable cause) {
    return new TestingException(
        TestingError.MISSING_ARTIFACT,
        "Cannot make a test database: " + what + " is not on the class path. Add " + artifacts
            + " in test scope, or take the database out of aludel.test.databases.",
        cause);
  }

  static Connection connect(DatabaseAddress address) {
    Properties login = new Properties();
    if (address.user() != null) {
      login.setProperty("user", address.user());
    }
    if (address.password() != null) {
      login.setProperty("password", address.password());
    }
    try {
      return DriverManager.getConnection(address.url(), login);
    } catch (SQLException e) {
      throw new TestingException(
          TestingError.SERVER_NOT_STARTED,
          "Cannot connect to the test database server at " + address + ": " + e.getMessage()
              + ". Check that it runs, and the URL, user and password given for it.",
          e);
    }
  }

  static void execute(Connection connection, String... statements) {
    String current = "";
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        current = sql;
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new TestingException(
          TestingError.DATABASE_NOT_MADE,
          "Cannot make or remove a test database: \"" + current + "\" failed: " + e.getMessage()
              + ". The user needs the right to create databases and schemas.",
          e);
    }
  }

  static TestingException notClosed(DatabaseAddress address, SQLException cause) {
    return new TestingException(
        TestingError.DATABASE_NOT_MADE,
        "Cannot close the connection that looks after " + address + ": " + cause.getMessage()
            + ". The server may be gone.",
        cause);
  }
}
