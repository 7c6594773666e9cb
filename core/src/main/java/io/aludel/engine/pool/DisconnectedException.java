package io.aludel.engine.pool;

import io.aludel.AludelException;
import io.aludel.CoreError;

/**
 * Says that a connection cannot be used any more. A listener of {@link PoolEvents#onCheckout} throws it
 * to refuse a connection; another one is then tried, twice at most.
 */
public final class DisconnectedException extends AludelException {
  private static final long serialVersionUID = 1L;

  private final boolean allOlder;

  private DisconnectedException(String message, boolean allOlder) {
    super(CoreError.CONNECTION_REFUSED, message, null);
    this.allOlder = allOlder;
  }

  /**
   * Refuses one connection.
   *
   * @param message what is wrong with it
   * @return the exception to throw
   */
  public static DisconnectedException of(String message) {
    return new DisconnectedException(message, false);
  }

  /**
   * Refuses a connection and all that were opened before it.
   *
   * @param message what is wrong with them
   * @return the exception to throw
   */
  public static DisconnectedException ofAllOlder(String message) {
    return new DisconnectedException(message, true);
  }

  /**
   * Whether all connections opened before are refused too.
   *
   * @return true if they are
   */
  public boolean allOlder() {
    return allOlder;
  }
}
