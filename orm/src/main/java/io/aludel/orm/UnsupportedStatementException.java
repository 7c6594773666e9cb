package io.aludel.orm;

import io.aludel.InvalidRequestException;

/** A statement over entities has a form that a session cannot run. */
public final class UnsupportedStatementException extends InvalidRequestException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param code the kind of failure
   * @param message what could not be done, what was found, what to do
   */
  public UnsupportedStatementException(OrmError code, String message) {
    super(code, message);
  }
}
