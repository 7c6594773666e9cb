package io.aludel.engine.internal;

import io.aludel.engine.IsolationLevel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The driver's connection that a connection of ours has for now, and what was changed on it. */
public final class Lease {
  private final Supplier<PhysicalConnection> source;
  private final EngineCounters counters;
  private final StatementLog log;
  private @Nullable PhysicalConnection physical;
  private @Nullable Integer levelBefore;
  private boolean autoCommit;
  private boolean shown;

  /**
   * Takes a connection.
   *
   * @param source where connections come from
   */
  public Lease(Supplier<PhysicalConnection> source, EngineCounters counters, StatementLog log) {
    this.source = source;
    this.counters = counters;
    this.log = log;
    this.physical = source.get();
  }

  public PhysicalConnection physical() {
    PhysicalConnection present = physical;
    if (present == null) {
      present = source.get();
      physical = present;
    }
    return present;
  }

  public @Nullable PhysicalConnection present() {
    return physical;
  }

  public Connection jdbc() {
    return physical().jdbc();
  }

  /** The driver's connection for somebody else, who may leave work behind. */
  public Connection showJdbc() {
    shown = true;
    return jdbc();
  }

  public void isolation(IsolationLevel level) throws SQLException {
    boolean auto = level == IsolationLevel.AUTOCOMMIT;
    if (!auto) {
      if (levelBefore == null) {
        levelBefore = jdbc().getTransactionIsolation();
      }
      jdbc().setTransactionIsolation(level.jdbc());
    }
    jdbc().setAutoCommit(auto);
    autoCommit = auto;
  }

  public IsolationLevel isolation() throws SQLException {
    return autoCommit
        ? IsolationLevel.AUTOCOMMIT
        : IsolationLevel.of(jdbc().getTransactionIsolation());
  }

  public void commit() throws SQLException {
    if (!autoCommit) {
      jdbc().commit();
    }
  }

  public void rollback() throws SQLException {
    if (!autoCommit && physical != null) {
      jdbc().rollback();
    }
  }

  /** Closes the statements kept for later, if there is a connection. */
  public void dropStatements() {
    PhysicalConnection present = physical;
    if (present != null) {
      present.dropStatements();
    }
  }

  /** Gives the connection up as broken. */
  public void invalidate(@Nullable Throwable cause, boolean allOlder) {
    PhysicalConnection lost = physical;
    physical = null;
    autoCommit = false;
    levelBefore = null;
    if (lost != null) {
      counters.openConnections.decrement();
      if (allOlder) {
        lost.pool().invalidateOlder();
      }
      lost.pool().invalidate(lost, cause);
    }
  }

  /** Puts the connection back as it was and returns it. */
  public void giveBack() {
    PhysicalConnection returned = physical;
    physical = null;
    if (returned == null) {
      return;
    }
    counters.openConnections.decrement();
    try {
      if (autoCommit) {
        returned.jdbc().setAutoCommit(false);
      }
      returned.pool().reset(returned, !shown);
      if (levelBefore != null) {
        returned.jdbc().setTransactionIsolation(levelBefore);
      }
      returned.pool().giveBack(returned);
    } catch (SQLException e) {
      log.trouble("A connection could not be put back as it was and is not used again.", e);
      returned.pool().invalidate(returned, e);
    }
  }
}
