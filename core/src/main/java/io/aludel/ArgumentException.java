package io.aludel;

/**
 * Says that an argument cannot be what it is: null, empty, of the wrong kind, or contradicting another
 * one. A programming error, reported where the argument is given.
 */
public class ArgumentException extends AludelException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param code the kind of failure
   * @param message what could not be done, to which thing, what was found, what to do
   */
  public ArgumentException(ErrorCode code, String message) {
    super(code, message, null);
  }
}
