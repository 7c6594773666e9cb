package io.aludel.engine;

import io.aludel.CoreError;

/** Says that a value does not fit: too long, out of range, or of the wrong format. */
public final class DataException extends DatabaseException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param failure what is known
   */
  public DataException(Failure failure) {
    super(CoreError.DATA, failure);
  }
}
