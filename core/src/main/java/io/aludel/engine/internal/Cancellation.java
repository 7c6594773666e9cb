package io.aludel.engine.internal;

import io.aludel.dialect.Dialect;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread cancel the statement that another one runs. The thread that works binds this to itself;
 * whatever sends a statement on it, through whichever connection, names the statement here for as long as
 * the driver has it.
 *
 * <p>Drivers forget a cancel that comes before the database has begun, and do not tell. So the database is
 * asked again and again until the statement has ended, one way or the other. Since nothing is sent while
 * it is being asked, it never meets another statement.
 */
public final class Cancellation {
  private static final ThreadLocal<@Nullable Cancellation> BOUND = new ThreadLocal<>();
  private static final long FIRST_PAUSE = 10;
  private static final long LONGEST_PAUSE = 1000;

  private @Nullable Statement running;
  private @Nullable Dialect dialect;
  private boolean cancelled;

  /** What the driver does with a statement. */
  @FunctionalInterface
  public interface Sending<R> {
    R send() throws SQLException;
  }

  /**
   * Does work on this thread that {@link #cancel} can stop.
   *
   * @throws CancellationException if it was cancelled when a statement of it was to be sent, or ended
   */
  public <T extends @Nullable Object> T during(Supplier<T> work) {
    Cancellation outer = BOUND.get();
    BOUND.set(this);
    try {
      return work.get();
    } finally {
      if (outer == null) {
        BOUND.remove();
      } else {
        BOUND.set(outer);
      }
    }
  }

  /** Whether this thread does work that can be cancelled. */
  public static boolean isBound() {
    return BOUND.get() != null;
  }

  /** Whether this thread does work that was cancelled. */
  public static boolean isCancelled() {
    Cancellation bound = BOUND.get();
    return bound != null && bound.wasCancelled();
  }

  private synchronized boolean wasCancelled() {
    return cancelled;
  }

  /** Has the driver run a statement, or fetch from it. */
  public static <R extends @Nullable Object> R sending(
      Statement statement, Dialect dialect, Sending<R> work) throws SQLException {
    Cancellation bound = BOUND.get();
    if (bound == null) {
      return work.send();
    }
    bound.begins(statement, dialect);
    R result;
    try {
      result = work.send();
    } finally {
      bound.ends();
    }
    if (bound.wasCancelled()) {
      throw new CancellationException("The work was cancelled while this statement ran.");
    }
    return result;
  }

  private synchronized void begins(Statement statement, Dialect owner) {
    if (cancelled) {
      throw new CancellationException("The work was cancelled before this statement was sent.");
    }
    running = statement;
    dialect = owner;
  }

  private synchronized void ends() {
    running = null;
    if (cancelled) {
      notifyAll();
    }
  }

  /**
   * Has the database stop the statement that runs, and refuses further ones. Does not wait: drivers open a
   * connection for it. Does nothing once the work is over.
   */
  public void cancel() {
    synchronized (this) {
      boolean again = cancelled;
      cancelled = true;
      if (again || running == null) {
        return;
      }
    }
    Thread pursuer = new Thread(this::pursue, "aludel-cancel");
    pursuer.setDaemon(true);
    pursuer.start();
  }

  private synchronized void pursue() {
    try {
      for (long pause = FIRST_PAUSE; stop(); pause = Math.min(2 * pause, LONGEST_PAUSE)) {
        wait(pause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks the database to stop what runs; false if nothing does any more. */
  private boolean stop() {
    Statement present = running;
    Dialect owner = dialect;
    if (present == null || owner == null) {
      return false;
    }
    try {
      owner.cancel(present);
    } catch (SQLException | RuntimeException ignored) {
      // a driver that cannot cancel lets the statement end by itself
    }
    return true;
  }
}
