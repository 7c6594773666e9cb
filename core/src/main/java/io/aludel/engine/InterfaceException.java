package io.aludel.engine;

import io.aludel.CoreError;

/** Says that the driver was used in a way it refuses. */
public final class InterfaceException extends DatabaseException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param failure what is known
   */
  public InterfaceException(Failure failure) {
    super(CoreError.INTERFACE, failure);
  }
}
