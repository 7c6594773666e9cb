package io.aludel.engine;

import io.aludel.CoreError;
import io.aludel.dialect.Dialect;
import io.aludel.engine.internal.ConnectionSource;
import io.aludel.engine.internal.EngineCounters;
import io.aludel.engine.internal.EngineOptions;
import io.aludel.engine.internal.Failures;
import io.aludel.engine.internal.PhysicalConnection;
import io.aludel.engine.internal.Pool;
import io.aludel.engine.internal.PoolListeners;
import io.aludel.engine.internal.PoolLog;
import io.aludel.engine.url.DatabaseUrl;
import io.aludel.reflection.Server;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What an engine and its siblings share: the pool, the dialect, the compiled statements, the figures. */
final class EngineCore {
  private final String name;
  private final EngineOptions options;
  private final EngineCounters counters;
  private final PoolListeners listeners;
  private final Supplier<ConnectionSource> sources;
  private final CompiledCache cache;
  private volatile @Nullable Pool pool;
  private volatile @Nullable Dialect dialect;
  private volatile @Nullable Failures failures;
  private volatile @Nullable Server server;
  private volatile boolean closed;

  EngineCore(
      String name,
      EngineOptions options,
      @Nullable Dialect dialect,
      EngineCounters counters,
      PoolListeners listeners,
      Supplier<ConnectionSource> sources) {
    this.name = name;
    this.options = options;
    this.dialect = dialect == null ? null : options.limited(dialect);
    this.counters = counters;
    this.listeners = listeners;
    this.sources = sources;
    this.cache =
        new CompiledCache(options.cacheSize(), counters, options.logging().warnings());
  }

  String name() {
    return name;
  }

  EngineOptions options() {
    return options;
  }

  EngineCounters counters() {
    return counters;
  }

  PoolListeners listeners() {
    return listeners;
  }

  CompiledCache cache() {
    return cache;
  }

  Dialect dialect() {
    Dialect known = dialect;
    return known != null ? known : learnDialect();
  }

  private Dialect learnDialect() {
    try {
      Dialect found =
          options.limited(EngineBuilder.dialectFor(DatabaseUrl.parse(pool().url())));
      dialect = found;
      return found;
    } catch (SQLException e) {
      throw new ConnectFailedException(
          CoreError.CANNOT_CONNECT,
          new DatabaseException.Failure(
              "The data source does not tell which database it leads to: " + e.getMessage(),
              null,
              e,
              true));
    }
  }

  /** The server at the other end, or null before the first connection. */
  @Nullable Server server() {
    return server;
  }

  /** Learns from a new connection which server there is, unless that is known. */
  void meet(PhysicalConnection connection) throws SQLException {
    if (server == null) {
      meet(Server.of(connection.jdbc().getMetaData()));
    }
  }

  private synchronized void meet(Server found) {
    if (server != null) {
      return;
    }
    Dialect spoken = dialect();
    Dialect adjusted = spoken.on(found);
    if (adjusted != spoken) {
      adjusted = options.limited(adjusted);
      dialect = adjusted;
      failures = null;
      cache.clear();
    }
    if (!adjusted.knows(found)) {
      options
          .logging()
          .warnings()
          .accept("The server " + found + " is older than what the dialect " + adjusted.name()
              + " is made for. Some statements may fail; docs/dialects.md names the versions.");
    }
    server = found;
  }

  Failures failures() {
    Failures known = failures;
    if (known == null) {
      known = new Failures(dialect(), options.logging().hideParameters());
      failures = known;
    }
    return known;
  }

  /** The pool, made when first needed. */
  Pool pool() {
    Pool known = pool;
    return known != null ? known : openPool();
  }

  @Nullable Pool presentPool() {
    return pool;
  }

  private synchronized Pool openPool() {
    if (closed) {
      throw new ResourceClosedException(
          "The engine of " + name + " is closed. Use it before close(), or make another one.");
    }
    Pool known = pool;
    if (known == null) {
      known = new Pool(sources.get(), options.pool(), listeners, new PoolLog(options.logging()));
      pool = known;
    }
    return known;
  }

  synchronized void dispose(boolean closeConnections) {
    Pool from = pool;
    pool = null;
    if (from != null && closeConnections) {
      from.close();
    }
  }

  void close() {
    closed = true;
    dispose(true);
  }
}
