package io.aludel;

/**
 * Says that an operation is not possible in the present state of what it was asked of. A programming
 * error; the object stays as it was.
 */
public class InvalidRequestException extends AludelException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param code the kind of failure
   * @param message what could not be done, to which thing, what was found, what to do
   */
  public InvalidRequestException(ErrorCode code, String message) {
    super(code, message, null);
  }
}
