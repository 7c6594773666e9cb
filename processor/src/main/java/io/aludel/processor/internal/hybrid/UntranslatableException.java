package io.aludel.processor.internal.hybrid;

/** Something in a body has no SQL; the message says what, in the middle of a sentence. */
public final class UntranslatableException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param reason what has no SQL, and why
   */
  public UntranslatableException(String reason) {
    super(reason);
  }

  /**
   * What has no SQL.
   *
   * @return the reason
   */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
