package io.aludel.engine;

import io.aludel.CoreError;
import io.aludel.InvalidRequestException;

/** Says that a result has no row where one is needed. */
public final class NoResultException extends InvalidRequestException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what could not be done, what was found, what to do
   */
  public NoResultException(String message) {
    super(CoreError.NO_RESULT, message);
  }
}
