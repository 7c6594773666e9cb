package io.aludel.engine;

import io.aludel.CoreError;
import io.aludel.InvalidRequestException;

/** Says that a connection was used by two threads at the same time. */
public final class OverlappingUseException extends InvalidRequestException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what could not be done, what was found, what to do
   */
  public OverlappingUseException(String message) {
    super(CoreError.OVERLAPPING_USE, message);
  }
}
