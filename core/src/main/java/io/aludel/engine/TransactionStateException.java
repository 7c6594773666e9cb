package io.aludel.engine;

import io.aludel.CoreError;
import io.aludel.InvalidRequestException;

/** Says that a transaction was begun while one is in progress, or used after it ended. */
public final class TransactionStateException extends InvalidRequestException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what could not be done, what was found, what to do
   */
  public TransactionStateException(String message) {
    super(CoreError.TRANSACTION_STATE, message);
  }
}
