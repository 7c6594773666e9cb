package io.aludel.orm;

import io.aludel.InvalidRequestException;

/** A session was asked for something that its state does not allow. */
public class SessionStateException extends InvalidRequestException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param code the kind of failure
   * @param message what could not be done, what was found, what to do
   */
  public SessionStateException(OrmError code, String message) {
    super(code, message);
  }
}
