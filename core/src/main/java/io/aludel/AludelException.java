package io.aludel;

import org.jspecify.annotations.Nullable;

/**
 * The root of every exception that Aludel throws. Unchecked; the message ends with the code of its
 * failure, and never contains a password or a parameter marked secret.
 */
public abstract class AludelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ErrorCode code;

  /**
   * Creates an exception whose message is {@code message} followed by the code in brackets.
   *
   * @param code the kind of failure
   * @param message what could not be done, to which thing, what was found, what to do
   * @param cause the failure beneath, or null
   */
  protected AludelException(ErrorCode code, String message, @Nullable Throwable cause) {
    super(message + " [" + code.code() + "]");
    if (cause != null) {
      initCause(cause);
    }
    this.code = code;
  }

  /**
   * The kind of failure.
   *
   * @return its code
   */
  public ErrorCode code() {
    return code;
  }
}
