package io.aludel;

import org.jspecify.annotations.Nullable;

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

  /**
   * Creates the exception with the failure beneath.
   *
   * @param code the kind of failure
   * @param message what could not be done, to which thing, what was found, what to do
   * @param cause the failure beneath
   */
  public ArgumentException(ErrorCode code, String message, Throwable cause) {
    super(code, message, cause);
  }

  /**
   * Gives {@code value} back when it is not null.
   *
   * @param value the argument
   * @param subject what the argument is, as in "the name of a table"
   * @param <T> the type of the argument
   * @return {@code value}
   * @throws ArgumentException if {@code value} is null
   */
  public static <T> T requireNonNull(@Nullable T value, String subject) {
    if (value == null) {
      throw new ArgumentException(
          CoreError.ARGUMENT, "Null was given for " + subject + ". Pass a value.");
    }
    return value;
  }

  /**
   * Gives {@code value} back when it holds more than white space.
   *
   * @param value the argument
   * @param subject what the argument is, as in "the name of a table"
   * @return {@code value}
   * @throws ArgumentException if {@code value} is null or blank
   */
  public static String requireText(@Nullable String value, String subject) {
    String given = requireNonNull(value, subject);
    if (given.isBlank()) {
      throw new ArgumentException(
          CoreError.ARGUMENT, "An empty text was given for " + subject + ". Pass a value.");
    }
    return given;
  }
}
