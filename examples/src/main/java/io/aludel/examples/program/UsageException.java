package io.aludel.examples.program;

/** A command line that makes no sense. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the failure.
   *
   * @param message what makes no sense
   */
  public UsageException(String message) {
    super(message);
  }
}
