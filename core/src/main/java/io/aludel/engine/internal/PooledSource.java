package io.aludel.engine.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.pool.HikariPool;
import io.aludel.CoreError;
import io.aludel.engine.PoolStatus;
import io.aludel.engine.PoolTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pool of HikariCP, made when first needed. The pool hands out proxies; what an engine works with is
 * the driver's connection beneath, because statements kept on it must outlive a checkout.
 */
public final class PooledSource implements ConnectionSource {
  private final ConnectionOpener opener;
  private final HikariConfig settings;
  private final boolean keepOneOpen;
  private final Map<Connection, PhysicalConnection> known = new IdentityHashMap<>();
  private volatile @Nullable HikariDataSource pool;
  private @Nullable Connection keeper;

  public PooledSource(
      ConnectionOpener opener, String name, EngineOptions options, boolean keepOneOpen) {
    this.opener = opener;
    this.keepOneOpen = keepOneOpen;
    EngineOptions.Pool sizes = options.pool();
    HikariConfig config = new HikariConfig();
    config.setDataSource(opener.asDataSource());
    config.setPoolName(name);
    config.setAutoCommit(false);
    config.setMaximumPoolSize(sizes.maximumSize());
    config.setMinimumIdle(sizes.minimumIdle());
    config.setConnectionTimeout(sizes.timeout().toMillis());
    config.setIdleTimeout(sizes.idleTimeout().toMillis());
    config.setMaxLifetime(sizes.lifetime().toMillis());
    this.settings = config;
  }

  @Override
  public PhysicalConnection take() {
    long start = System.nanoTime();
    HikariDataSource from = pool();
    try {
      Connection proxy = from.getConnection();
      return physical(proxy);
    } catch (SQLException e) {
      if (e.getCause() instanceof SQLException cause && status().total() == 0) {
        throw opener.failed(cause);
      }
      throw timedOut((System.nanoTime() - start) / 1_000_000, e);
    }
  }

  private PoolTimeoutException timedOut(long waited, SQLException cause) {
    PoolStatus status = status();
    return new PoolTimeoutException(
        CoreError.POOL_TIMEOUT,
        "No connection to " + opener.url() + " became free within " + waited + " ms (" + status
            + ", at most " + settings.getMaximumPoolSize()
            + "). Close connections and sessions after"
            + " use, or make the pool larger.",
        status,
        cause);
  }

  private HikariDataSource pool() {
    HikariDataSource made = pool;
    return made != null ? made : makePool();
  }

  private synchronized HikariDataSource makePool() {
    HikariDataSource made = pool;
    if (made == null) {
      try {
        if (keepOneOpen) {
          keeper = opener.connect();
        }
        made = new HikariDataSource(settings);
      } catch (HikariPool.PoolInitializationException e) {
        if (e.getCause() instanceof SQLException cause) {
          throw opener.failed(cause);
        }
        throw e;
      } catch (SQLException e) {
        throw opener.failed(e);
      }
      pool = made;
    }
    return made;
  }

  private PhysicalConnection physical(Connection proxy) throws SQLException {
    Connection jdbc = proxy.unwrap(Connection.class);
    PhysicalConnection physical;
    synchronized (known) {
      physical = known.get(jdbc);
      if (physical == null) {
        forgetClosed();
        physical = opener.wrap(jdbc);
        known.put(jdbc, physical);
      }
    }
    physical.handedOutAs(proxy);
    return physical;
  }

  /** The pool retires connections without telling; their entries go when a new one comes. */
  private void forgetClosed() throws SQLException {
    Iterator<Connection> all = known.keySet().iterator();
    while (all.hasNext()) {
      if (all.next().isClosed()) {
        all.remove();
      }
    }
  }

  @Override
  public void giveBack(PhysicalConnection connection) {
    try {
      connection.handle().close();
    } catch (SQLException e) {
      discard(connection);
    }
  }

  @Override
  public void discard(PhysicalConnection connection) {
    synchronized (known) {
      known.remove(connection.jdbc());
    }
    HikariDataSource from = pool;
    if (from != null) {
      from.evictConnection(connection.handle());
    }
  }

  @Override
  public void invalidateAll() {
    HikariDataSource from = pool;
    HikariPoolMXBean control = from == null ? null : from.getHikariPoolMXBean();
    if (control != null) {
      control.softEvictConnections();
    }
  }

  @Override
  public PoolStatus status() {
    HikariDataSource from = pool;
    HikariPoolMXBean control = from == null ? null : from.getHikariPoolMXBean();
    if (control == null) {
      return PoolStatus.EMPTY;
    }
    return new PoolStatus(
        control.getTotalConnections(),
        control.getActiveConnections(),
        control.getIdleConnections(),
        control.getThreadsAwaitingConnection());
  }

  @Override
  public synchronized void close() {
    HikariDataSource made = pool;
    if (made != null) {
      made.close();
    }
    Connection kept = keeper;
    if (kept != null) {
      try {
        kept.close();
      } catch (SQLException ignored) {
        // the database goes with it or is gone already
      }
    }
  }
}
