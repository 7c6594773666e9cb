package io.aludel.engine;

import io.aludel.CoreError;

/** Says that the database, or its driver, does not offer what the statement needs. */
public final class NotSupportedException extends DatabaseException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param failure what is known
   */
  public NotSupportedException(Failure failure) {
    super(CoreError.NOT_SUPPORTED, failure);
  }
}
