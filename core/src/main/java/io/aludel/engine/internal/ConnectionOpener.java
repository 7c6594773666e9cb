package io.aludel.engine.internal;

import io.aludel.engine.DatabaseException;
import io.aludel.engine.DatabaseUrl;
import io.aludel.engine.IsolationLevel;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Opens driver connections to one URL. Safe for use by several threads. */
public final class ConnectionOpener implements DataSource {
  private final DatabaseUrl url;
  private final Driver driver;
  private final EngineOptions.Login login;
  private final int keptStatements;
  private final EngineCounters counters;

  public ConnectionOpener(
      DatabaseUrl url, Driver driver, EngineOptions options, EngineCounters counters) {
    this.url = url;
    this.driver = driver;
    this.login = options.login();
    this.keptStatements = options.keptStatements();
    this.counters = counters;
  }

  public DatabaseUrl url() {
    return url;
  }

  /** Opens a connection with autocommit off. */
  public PhysicalConnection open() {
    try {
      Connection jdbc = getConnection();
      jdbc.setAutoCommit(false);
      return wrap(jdbc);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  public PhysicalConnection wrap(Connection jdbc) {
    return new PhysicalConnection(jdbc, keptStatements, counters);
  }

  public DatabaseException failed(SQLException cause) {
    return ConnectFailures.of(url, user(), password(), cause);
  }

  private @Nullable String user() {
    return login.user() == null ? url.user() : login.user();
  }

  private @Nullable String password() {
    return login.password() == null ? url.password() : login.password();
  }

  @Override
  public Connection getConnection() throws SQLException {
    Properties properties = new Properties();
    properties.putAll(login.properties());
    String user = user();
    if (user != null) {
      properties.setProperty("user", user);
    }
    String password = password();
    if (password != null) {
      properties.setProperty("password", password);
    }
    Connection opened = driver.connect(url.jdbcUrl(), properties);
    if (opened == null) {
      throw new SQLException("the driver does not take this URL", "08001");
    }
    try {
      if (login.isolation() != null && login.isolation() != IsolationLevel.AUTOCOMMIT) {
        opened.setTransactionIsolation(login.isolation().jdbc());
      }
      return opened;
    } catch (SQLException e) {
      opened.close();
      throw e;
    }
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("user and password are those of the engine");
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) {
    // drivers are not asked to print
  }

  @Override
  public void setLoginTimeout(int seconds) {
    // drivers take time-outs as properties
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("this data source does not log");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (type.isInstance(this)) {
      return type.cast(this);
    }
    throw new SQLException("not a wrapper of " + type.getName());
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
