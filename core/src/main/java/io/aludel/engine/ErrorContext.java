package io.aludel.engine;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A failure that the database or its driver reported, as listeners of {@link EngineEvents#handleError} see
 * it, and what is about to be done about it (parity row ORM-EVT-43). Belongs to the thread that met the
 * failure.
 */
public final class ErrorContext {
  private final DatabaseException failure;
  private final @Nullable Connection connection;
  private final boolean prePing;
  private boolean disconnect;
  private boolean invalidatesPool = true;
  private RuntimeException chosen;

  ErrorContext(DatabaseException failure, @Nullable Connection connection, boolean prePing) {
    this.failure = failure;
    this.connection = connection;
    this.prePing = prePing;
    this.disconnect = failure.connectionInvalidated();
    this.chosen = failure;
  }

  /**
   * The failure as Aludel understands it, with its SQL and parameters.
   *
   * @return the exception that is thrown unless a listener gives another
   */
  public DatabaseException failure() {
    return failure;
  }

  /**
   * The failure as the driver reported it.
   *
   * @return the driver's exception
   */
  public @Nullable SQLException original() {
    return failure.getCause() instanceof SQLException cause ? cause : null;
  }

  /**
   * Where the failure was met.
   *
   * @return the connection, or null if there was none yet
   */
  public @Nullable Connection connection() {
    return connection;
  }

  /**
   * What will be thrown, as earlier listeners left it.
   *
   * @return the exception
   */
  public RuntimeException chosen() {
    return chosen;
  }

  /**
   * Whether the connection counts as lost.
   *
   * @return true if it will be given up
   */
  public boolean isDisconnect() {
    return disconnect;
  }

  /**
   * Overrules whether the connection counts as lost.
   *
   * @param lost true to give it up
   */
  public void disconnect(boolean lost) {
    disconnect = lost;
  }

  /**
   * Whether with a lost connection all opened before it are given up.
   *
   * @return true unless a listener said otherwise
   */
  public boolean invalidatesPool() {
    return invalidatesPool;
  }

  /**
   * Says whether with a lost connection all opened before it are given up.
   *
   * @param all false to give up this one only
   */
  public void invalidatePool(boolean all) {
    invalidatesPool = all;
  }

  /**
   * Whether a connection gave no sign of life when it was asked for one. Nothing is thrown then: another
   * connection is tried.
   *
   * @return true for a failed sign of life
   */
  public boolean isPrePing() {
    return prePing;
  }

  /** Asks the listeners one after another; each sees what those before it chose. */
  RuntimeException settle(EngineEvents events) {
    events.error.tell(listener -> {
      RuntimeException other = listener.happened(this);
      chosen = other == null ? chosen : other;
    });
    failure.connectionInvalidated(disconnect);
    return chosen;
  }
}
