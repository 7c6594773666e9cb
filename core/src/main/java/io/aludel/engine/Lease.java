package io.aludel.engine;

import io.aludel.engine.internal.PhysicalConnection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The driver's connection that a {@link Connection} has for now, and what was changed on it. */
final class Lease {
  private final Engine engine;
  private @Nullable PhysicalConnection physical;
  private @Nullable Integer levelBefore;
  private boolean autoCommit;
  private boolean shown;

  Lease(Engine engine) {
    this.engine = engine;
    this.physical = engine.take();
  }

  PhysicalConnection physical() {
    PhysicalConnection present = physical;
    if (present == null) {
      present = engine.take();
      physical = present;
    }
    return present;
  }

  @Nullable PhysicalConnection present() {
    return physical;
  }

  java.sql.Connection jdbc() {
    return physical().jdbc();
  }

  /** The driver's connection for somebody else, who may leave work behind. */
  java.sql.Connection showJdbc() {
    shown = true;
    return jdbc();
  }

  void isolation(IsolationLevel level) throws SQLException {
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

  IsolationLevel isolation() throws SQLException {
    return autoCommit
        ? IsolationLevel.AUTOCOMMIT
        : IsolationLevel.of(jdbc().getTransactionIsolation());
  }

  void commit() throws SQLException {
    if (!autoCommit) {
      jdbc().commit();
    }
  }

  void rollback() throws SQLException {
    if (!autoCommit && physical != null) {
      jdbc().rollback();
    }
  }

  /** Closes the statements kept for later, if there is a connection. */
  void dropStatements() {
    PhysicalConnection present = physical;
    if (present != null) {
      present.dropStatements();
    }
  }

  /** Gives the connection up as broken. */
  void invalidate(@Nullable Throwable cause, boolean allOlder) {
    PhysicalConnection lost = physical;
    physical = null;
    autoCommit = false;
    levelBefore = null;
    if (lost != null) {
      engine.counters().openConnections.decrement();
      if (allOlder) {
        lost.pool().invalidateOlder();
      }
      lost.pool().invalidate(lost, cause);
    }
  }

  /** Puts the connection back as it was and returns it. */
  void giveBack() {
    PhysicalConnection returned = physical;
    physical = null;
    if (returned == null) {
      return;
    }
    engine.counters().openConnections.decrement();
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
      engine
          .log()
          .trouble("A connection could not be put back as it was and is not used again.", e);
      returned.pool().invalidate(returned, e);
    }
  }
}
