package io.aludel.orm;

import io.aludel.AludelException;

/** A flush cannot write what the session holds. */
public class FlushException extends AludelException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param code the kind of failure
   * @param message what could not be done, to which object, what was found, what to do
   */
  public FlushException(OrmError code, String message) {
    super(code, message, null);
  }
}
