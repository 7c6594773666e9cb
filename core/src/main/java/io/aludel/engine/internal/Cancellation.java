package io.aludel.engine.internal;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread cancel the statement that another one runs. The thread that works binds this to itself;
 * whatever sends a statement on it, through whichever connection, names the statement here.
 */
public final class Cancellation {
  private static final ThreadLocal<@Nullable Cancellation> BOUND = new ThreadLocal<>();

  private @Nullable Statement running;
  private boolean cancelled;
  private boolean over;

  /**
   * Does work on this thread that {@link #cancel} can stop.
   *
   * @throws CancellationException if it was cancelled before a statement of it was sent
   */
  public <T extends @Nullable Object> T during(Supplier<T> work) {
    Cancellation outer = BOUND.get();
    BOUND.set(this);
    try {
      return work.get();
    } finally {
      end();
      if (outer == null) {
        BOUND.remove();
      } else {
        BOUND.set(outer);
      }
    }
  }

  private synchronized void end() {
    over = true;
    running = null;
  }

  /**
   * Has the database stop the statement that runs, and refuses further ones. Does nothing once the work
   * is over: a statement of the next work is never met.
   */
  public synchronized void cancel() {
    cancelled = true;
    Statement present = running;
    if (over || present == null) {
      return;
    }
    try {
      present.cancel();
    } catch (SQLException ignored) {
      // a driver that cannot cancel lets the statement end by itself
    }
  }

  /** Names the statement that this thread is about to send. */
  public static void sending(Statement statement) {
    Cancellation bound = BOUND.get();
    if (bound != null) {
      bound.runs(statement);
    }
  }

  private synchronized void runs(Statement statement) {
    if (cancelled) {
      throw new CancellationException("The work was cancelled before this statement was sent.");
    }
    running = statement;
  }
}
