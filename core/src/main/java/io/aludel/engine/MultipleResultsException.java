package io.aludel.engine;

import io.aludel.CoreError;
import io.aludel.InvalidRequestException;

/** Says that a result has several rows where one at most is allowed. */
public final class MultipleResultsException extends InvalidRequestException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what could not be done, what was found, what to do
   */
  public MultipleResultsException(String message) {
    super(CoreError.MULTIPLE_RESULTS, message);
  }
}
