package io.aludel.engine.internal;

import io.aludel.engine.pool.DisconnectedException;
import io.aludel.engine.pool.PoolEvents.ResetState;
import io.aludel.engine.pool.PoolSettings;
import io.aludel.engine.pool.PoolStatus;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A source of connections with what happens around a checkout: events, signs of life, the replacement of
 * those too old or given up, the reset on return. Safe for use by several threads.
 */
public final class Pool {
  private static final int ROUNDS = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ConnectionSource source;
  private final PoolSettings settings;
  private final PoolListeners listeners;
  private final PoolLog log;
  private final AtomicBoolean unused = new AtomicBoolean(true);
  private volatile long validFrom = System.nanoTime();

  /** What is to be done when a connection gives no sign of life: true to give up all older ones. */
  @FunctionalInterface
  public interface PingFailure {
    boolean noticed(SQLException failure);
  }

  public Pool(
      ConnectionSource source, PoolSettings settings, PoolListeners listeners, PoolLog log) {
    this.source = source;
    this.settings = settings;
    this.listeners = listeners;
    this.log = log;
  }

  /** A connection that its listeners accept and that is not too old. */
  public PhysicalConnection take(PingFailure noticed) throws SQLException {
    DisconnectedException refusal = null;
    for (int round = 0; round < ROUNDS; ) {
      PhysicalConnection taken = source.take();
      boolean accepted = false;
      try {
        taken.belongsTo(this);
        if (greet(taken, noticed)) {
          listeners.checkedOut(taken.jdbc());
          accepted = true;
          log.line("checked out", taken);
          return taken;
        }
        round += isStale(taken) ? 0 : 1;
      } catch (DisconnectedException e) {
        refusal = e;
        round++;
        log.line("refused by a listener", taken);
        listeners.invalidated(taken.jdbc(), e);
        if (e.allOlder()) {
          invalidateOlder();
        }
      } finally {
        if (!accepted) {
          source.discard(taken);
        }
      }
    }
    throw refusal != null
        ? refusal
        : DisconnectedException.of("No connection could be given: the last " + ROUNDS
            + " gave no sign of life. Check the server and the way to it.");
  }

  /** Tells listeners of a new connection; of a kept one, whether it can be used again. */
  private boolean greet(PhysicalConnection taken, PingFailure noticed) throws SQLException {
    if (taken.isNew()) {
      log.line("opened", taken);
      listeners.connected(taken.jdbc(), unused.getAndSet(false));
      return true;
    }
    if (isStale(taken)) {
      log.line("too old, replaced", taken);
      return false;
    }
    if (!settings.prePing()) {
      return true;
    }
    SQLException failure = ping(taken);
    if (failure == null) {
      return true;
    }
    log.line("gave no sign of life, replaced", taken);
    listeners.invalidated(taken.jdbc(), failure);
    if (noticed.noticed(failure)) {
      invalidateOlder();
    }
    return false;
  }

  private static @Nullable SQLException ping(PhysicalConnection taken) {
    try {
      boolean alive = taken.jdbc().isValid((int) PATIENCE.toSeconds());
      return alive ? null : new SQLException("the connection gives no sign of life", "08006");
    } catch (SQLException e) {
      return e;
    }
  }

  private boolean isStale(PhysicalConnection taken) {
    Duration age = settings.recycle();
    return taken.openedAt() - validFrom < 0
        || (age != null && System.nanoTime() - taken.openedAt() > age.toNanos());
  }

  /** Undoes what is left undone of a connection that is about to go back. */
  public void reset(PhysicalConnection connection, boolean transactionEnded) throws SQLException {
    listeners.resetting(connection.jdbc(), new ResetState(transactionEnded, false));
    if (!transactionEnded) {
      log.line("reset", connection);
      switch (settings.resetOnReturn()) {
        case ROLLBACK -> connection.jdbc().rollback();
        case COMMIT -> connection.jdbc().commit();
        case NONE -> {}
      }
    }
  }

  /** Takes a connection back that was reset. */
  public void giveBack(PhysicalConnection connection) throws SQLException {
    listeners.checkedIn(connection.jdbc());
    log.line("returned", connection);
    if (connection.isDetached()) {
      connection.close();
    } else if (connection.isOutworn()) {
      source.discard(connection);
    } else {
      source.giveBack(connection);
    }
  }

  /** Gives a connection up as broken. */
  public void invalidate(PhysicalConnection connection, @Nullable Throwable cause) {
    log.line("invalidated", connection);
    listeners.invalidated(connection.jdbc(), cause);
    discard(connection);
  }

  /** Takes a connection back that is not to be used again. */
  public void discard(PhysicalConnection connection) {
    if (connection.isDetached()) {
      connection.close();
    } else {
      source.discard(connection);
    }
  }

  /** Says that a connection is to be replaced after its present use. */
  public void wearOut(PhysicalConnection connection) {
    connection.wearOut();
    listeners.softInvalidated(connection.jdbc());
  }

  /** Lets a connection go out of the pool for good. */
  public void detach(PhysicalConnection connection) throws SQLException {
    if (!connection.isDetached()) {
      connection.detach();
      listeners.detached(connection.jdbc());
      log.line("detached", connection);
      source.release(connection);
    }
  }

  /** Sees to it that no connection opened until now is handed out again. */
  public void invalidateOlder() {
    validFrom = System.nanoTime();
  }

  /** Which database the connections lead to, without telling anybody. */
  public String url() throws SQLException {
    PhysicalConnection taken = source.take();
    try {
      return taken.jdbc().getMetaData().getURL();
    } finally {
      source.giveBack(taken);
    }
  }

  public PoolStatus status() {
    return source.status();
  }

  public void close() {
    source.close();
  }
}
