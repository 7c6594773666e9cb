package io.aludel.engine;

import io.aludel.CoreError;
import io.aludel.InvalidRequestException;

/** Says that a connection refuses work until its failed transaction is rolled back. */
public final class PendingRollbackException extends InvalidRequestException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what could not be done, what was found, what to do
   */
  public PendingRollbackException(String message) {
    super(CoreError.PENDING_ROLLBACK, message);
  }
}
