package io.aludel.engine;

import io.aludel.CoreError;

/** Says that the database is in a state it cannot explain. */
public final class InternalException extends DatabaseException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param failure what is known
   */
  public InternalException(Failure failure) {
    super(CoreError.INTERNAL, failure);
  }
}
