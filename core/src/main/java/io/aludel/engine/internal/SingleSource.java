package io.aludel.engine.internal;

import io.aludel.CoreError;
import io.aludel.engine.pool.PoolStatus;
import io.aludel.engine.pool.PoolTimeoutException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection, opened when first needed and kept until the engine is closed, handed to one user after
 * another in the order they ask. For databases in memory that exist only as long as, and only for, one
 * connection.
 */
public final class SingleSource implements ConnectionSource {
  private final ConnectionOpener opener;
  private final Duration timeout;
  private final Semaphore turn = new Semaphore(1, true);
  private volatile @Nullable Thread holder;
  private volatile boolean closed;
  private volatile @Nullable PhysicalConnection only;

  public SingleSource(ConnectionOpener opener, Duration timeout) {
    this.opener = opener;
    this.timeout = timeout;
  }

  @Override
  public PhysicalConnection take() {
    if (holder == Thread.currentThread()) {
      throw new PoolTimeoutException(
          CoreError.ONLY_CONNECTION_TAKEN,
          "No second connection can be given for " + opener.url()
              + ": it has only one,"
              + " and this thread already holds it, so that waiting would never end. Close the"
              + " first connection or session, or use it for both.",
          status(),
          null);
    }
    await();
    try {
      PhysicalConnection connection = only;
      if (connection == null) {
        connection = opener.open();
        only = connection;
      }
      holder = Thread.currentThread();
      return connection;
    } finally {
      if (holder != Thread.currentThread()) {
        turn.release();
      }
    }
  }

  private void await() {
    boolean taken;
    try {
      taken = turn.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw timedOut("The wait was interrupted");
    }
    if (!taken) {
      throw timedOut("None became free within " + timeout.toMillis() + " ms");
    }
  }

  private PoolTimeoutException timedOut(String what) {
    Thread user = holder;
    return new PoolTimeoutException(
        CoreError.POOL_TIMEOUT,
        "No connection could be given for " + opener.url() + ", which has only one. " + what
            + (user == null ? "" : "; it is in use by thread '" + user.getName() + "'")
            + " (" + status() + "). Close connections and sessions after use.",
        status(),
        null);
  }

  @Override
  public void giveBack(PhysicalConnection connection) {
    if (closed) {
      discard(connection);
      return;
    }
    holder = null;
    turn.release();
  }

  @Override
  public void discard(PhysicalConnection connection) {
    only = null;
    connection.close();
    holder = null;
    turn.release();
  }

  @Override
  public void release(PhysicalConnection connection) {
    only = null;
    holder = null;
    turn.release();
  }

  @Override
  public PoolStatus status() {
    boolean active = turn.availablePermits() == 0;
    int total = active || only != null ? 1 : 0;
    return new PoolStatus(total, active ? 1 : 0, active ? 0 : total, turn.getQueueLength());
  }

  @Override
  public void close() {
    closed = true;
    if (turn.tryAcquire()) {
      PhysicalConnection connection = only;
      only = null;
      if (connection != null) {
        connection.close();
      }
      turn.release();
    }
  }
}
