package io.aludel.engine.internal;

import io.aludel.CoreError;
import io.aludel.engine.ConnectFailedException;
import io.aludel.engine.DatabaseException;
import io.aludel.engine.pool.PoolStatus;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Connections of a data source that the application owns. Whatever it is, it may hand the same
 * connection to others afterwards, so statements are kept for one checkout only, and autocommit is put
 * back as it was.
 */
public final class DataSourceSource implements ConnectionSource {
  private final DataSource source;
  private final int keptStatements;
  private final EngineCounters counters;
  private final PoolListeners listeners;

  public DataSourceSource(
      DataSource source, int keptStatements, EngineCounters counters, PoolListeners listeners) {
    this.source = source;
    this.listeners = listeners;
    this.keptStatements = keptStatements;
    this.counters = counters;
  }

  @Override
  public PhysicalConnection take() {
    try {
      Connection jdbc = source.getConnection();
      PhysicalConnection taken = new PhysicalConnection(jdbc, keptStatements, counters, listeners);
      taken.rememberAutoCommit(jdbc.getAutoCommit());
      taken.isNew();
      jdbc.setAutoCommit(false);
      return taken;
    } catch (SQLException e) {
      throw new ConnectFailedException(
          CoreError.CANNOT_CONNECT,
          new DatabaseException.Failure(
              "The data source of the engine gave no connection: " + e.getMessage(),
              null,
              e,
              true));
    }
  }

  @Override
  public void giveBack(PhysicalConnection connection) {
    try {
      connection.forgetStatements();
      if (connection.hadAutoCommit()) {
        connection.jdbc().setAutoCommit(true);
      }
    } catch (SQLException ignored) {
      // the owner finds out by itself when it validates the connection
    }
    discard(connection);
  }

  @Override
  public void discard(PhysicalConnection connection) {
    connection.close();
  }

  @Override
  public void release(PhysicalConnection connection) {
    // it was the user's from the beginning
  }

  @Override
  public PoolStatus status() {
    return PoolStatus.EMPTY;
  }

  @Override
  public void close() {
    // the data source belongs to the application
  }
}
