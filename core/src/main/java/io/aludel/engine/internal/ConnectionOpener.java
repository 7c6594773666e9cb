package io.aludel.engine.internal;

import io.aludel.dialect.Dialect;
import io.aludel.engine.DatabaseException;
import io.aludel.engine.IsolationLevel;
import io.aludel.engine.url.DatabaseUrl;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Opens driver connections to one URL. Safe for use by several threads. */
public final class ConnectionOpener {
  private final DatabaseUrl url;
  private final Supplier<Driver> driver;
  private final EngineOptions.Login login;
  private final int keptStatements;
  private final EngineCounters counters;
  private final PoolListeners listeners;
  private final Dialect dialect;

  public ConnectionOpener(
      DatabaseUrl url,
      Supplier<Driver> driver,
      EngineOptions options,
      EngineCounters counters,
      PoolListeners listeners,
      Dialect dialect) {
    this.url = url;
    this.driver = driver;
    this.login = options.login();
    this.keptStatements = options.keptStatements();
    this.counters = counters;
    this.listeners = listeners;
    this.dialect = dialect;
  }

  public DatabaseUrl url() {
    return url;
  }

  /** Opens a connection with autocommit off. */
  public PhysicalConnection open() {
    try {
      return openRaw();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private PhysicalConnection openRaw() throws SQLException {
    Connection jdbc = connect();
    jdbc.setAutoCommit(false);
    return new PhysicalConnection(jdbc, keptStatements, counters, listeners);
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

  Connection connect() throws SQLException {
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
    Connection given = listeners.opened(properties);
    Connection opened = given == null ? driver.get().connect(url.jdbcUrl(), properties) : given;
    if (opened == null) {
      throw new SQLException("the driver does not take this URL", "08001");
    }
    try {
      if (login.isolation() != null && login.isolation() != IsolationLevel.AUTOCOMMIT) {
        opened.setTransactionIsolation(login.isolation().jdbc());
      }
      dialect.opened(opened);
      return opened;
    } catch (SQLException e) {
      opened.close();
      throw e;
    }
  }

  /**
   * What a pool takes its connections from, the first perhaps opened before. A proxy, because the
   * interface itself asks for loggers we do not use; called only when a connection is opened.
   */
  DataSource asDataSource(AtomicReference<@Nullable PhysicalConnection> first) {
    return (DataSource) Proxy.newProxyInstance(
        ConnectionOpener.class.getClassLoader(),
        new Class<?>[] {DataSource.class},
        (proxy, method, arguments) -> answer(method.getName(), first));
  }

  private @Nullable Object answer(
      String method, AtomicReference<@Nullable PhysicalConnection> first) throws SQLException {
    return switch (method) {
      case "getConnection" -> {
        PhysicalConnection opened = first.getAndSet(null);
        yield PoolHandle.of(opened == null ? openRaw() : opened);
      }
      case "getLoginTimeout" -> 0;
      case "isWrapperFor" -> false;
      case "hashCode" -> System.identityHashCode(this);
      case "toString" -> url.toString();
      case "setLoginTimeout", "setLogWriter", "getLogWriter" -> null;
      default -> throw new SQLFeatureNotSupportedException(method);
    };
  }
}
