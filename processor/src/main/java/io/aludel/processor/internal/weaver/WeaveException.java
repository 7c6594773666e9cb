package io.aludel.processor.internal.weaver;

import io.aludel.AludelException;
import io.aludel.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Says that a class cannot be woven, and why. The class file is left as it was. */
public final class WeaveException extends AludelException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param code the kind of failure
   * @param message what could not be done, to which class, what was found, what to do
   * @param cause the failure beneath, or null
   */
  public WeaveException(ErrorCode code, String message, @Nullable Throwable cause) {
    super(code, message, cause);
  }
}
