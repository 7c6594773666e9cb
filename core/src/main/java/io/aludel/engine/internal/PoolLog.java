package io.aludel.engine.internal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Writes what happens in a pool to the logger {@code io.aludel.engine.pool}, or {@code
 * io.aludel.engine.pool.NAME}: at DEBUG, or at INFO when the pool echoes.
 */
public final class PoolLog {
  private final Logger logger;
  private final Level level;

  public PoolLog(EngineOptions.Logging options) {
    this(options, LoggerFactory.getLogger(loggerName(options)));
  }

  PoolLog(EngineOptions.Logging options, Logger logger) {
    this.logger = logger;
    this.level = options.echoPool() ? Level.INFO : Level.DEBUG;
  }

  static String loggerName(EngineOptions.Logging options) {
    String name = options.poolName() == null ? options.name() : options.poolName();
    return name == null ? "io.aludel.engine.pool" : "io.aludel.engine.pool." + name;
  }

  void line(String what, PhysicalConnection connection) {
    if (logger.isEnabledForLevel(level)) {
      logger
          .atLevel(level)
          .log(
              "connection {} {}",
              Integer.toHexString(System.identityHashCode(connection.jdbc())),
              what);
    }
  }
}
