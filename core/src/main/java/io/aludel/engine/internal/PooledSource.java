package io.aludel.engine.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.aludel.CoreError;
import io.aludel.engine.pool.PoolSettings;
import io.aludel.engine.pool.PoolStatus;
import io.aludel.engine.pool.PoolTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A pool of HikariCP, made when first needed. The pool hands out proxies; what an engine works with is
 * the driver's connection beneath, because statements kept on it must outlive a checkout.
 */
public final class PooledSource implements ConnectionSource {
  private final ConnectionOpener opener;
  private final HikariConfig settings;
  private final boolean keepOneOpen;
  private final AtomicReference<@Nullable PhysicalConnection> first = new AtomicReference<>();
  private final int size;
  private final int minimumIdle;
  private volatile @Nullable HikariDataSource pool;
  private @Nullable Connection keeper;

  public PooledSource(
      ConnectionOpener opener, String name, EngineOptions options, boolean keepOneOpen) {
    this.opener = opener;
    this.keepOneOpen = keepOneOpen;
    PoolSettings sizes = options.pool();
    this.size = sizes.size();
    this.minimumIdle = sizes.minimumIdle();
    HikariConfig config = new HikariConfig();
    config.setDataSource(opener.asDataSource(first));
    config.setInitializationFailTimeout(0);
    config.setPoolName(name);
    config.setAutoCommit(false);
    config.setMaximumPoolSize(
        (int) Math.min(Integer.MAX_VALUE, (long) sizes.size() + sizes.overflow()));
    config.setMinimumIdle(Math.max(1, sizes.minimumIdle()));
    config.setConnectionTimeout(sizes.timeout().toMillis());
    config.setIdleTimeout(sizes.idleTimeout().toMillis());
    config.setMaxLifetime(0);
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
            + ", size " + size + ", overflow " + (settings.getMaximumPoolSize() - size)
            + "). Close connections and sessions after"
            + " use, or make the pool larger.",
        status,
        cause);
  }

  private HikariDataSource pool() {
    HikariDataSource made = pool;
    return made != null ? made : makePool();
  }

  /**
   * Left alone, the pool tries until the wait is over when its first connection fails. So we open the first
   * one ourselves. The pool asks for it while it is made and keeps it, as it is told to keep one at least,
   * which it forgets when it is made; or another thread would have to fetch it.
   */
  private synchronized HikariDataSource makePool() {
    HikariDataSource made = pool;
    if (made == null) {
      keepOpen();
      first.set(opener.open());
      made = new HikariDataSource(settings);
      made.setMinimumIdle(minimumIdle);
      pool = made;
    }
    return made;
  }

  private void keepOpen() {
    try {
      if (keepOneOpen) {
        keeper = opener.connect();
      }
    } catch (SQLException e) {
      throw opener.failed(e);
    }
  }

  private static PhysicalConnection physical(Connection proxy) throws SQLException {
    PhysicalConnection physical = proxy.unwrap(PhysicalConnection.class);
    physical.handedOutAs(proxy);
    return physical;
  }

  /** Beyond the size connections are not kept: the last to come back go. */
  @Override
  public void giveBack(PhysicalConnection connection) {
    HikariPoolMXBean control = control();
    boolean beyond = control != null
        && control.getTotalConnections() > size
        && control.getIdleConnections() >= size;
    if (beyond) {
      discard(connection);
      return;
    }
    try {
      connection.handle().close();
    } catch (SQLException e) {
      discard(connection);
    }
  }

  /** Closed here and now: the pool would let another thread do it. */
  @Override
  public void discard(PhysicalConnection connection) {
    connection.close();
    release(connection);
  }

  /** The pool closes its handle, which lets a detached connection live. */
  @Override
  public void release(PhysicalConnection connection) {
    HikariDataSource from = pool;
    if (from != null) {
      from.evictConnection(connection.handle());
    }
  }

  private @Nullable HikariPoolMXBean control() {
    HikariDataSource from = pool;
    return from == null ? null : from.getHikariPoolMXBean();
  }

  @Override
  public PoolStatus status() {
    HikariPoolMXBean control = control();
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
