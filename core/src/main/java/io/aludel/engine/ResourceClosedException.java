package io.aludel.engine;

import io.aludel.CoreError;
import io.aludel.InvalidRequestException;

/** Says that an engine, connection, transaction or result was used after it was closed. */
public final class ResourceClosedException extends InvalidRequestException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what could not be done, what was found, what to do
   */
  public ResourceClosedException(String message) {
    super(CoreError.CLOSED, message);
  }
}
