package io.aludel.testing;

import io.aludel.AludelException;
import org.jspecify.annotations.Nullable;

/** The test kit could not do its work; says nothing about the code under test. */
public final class TestingException extends AludelException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception without a failure beneath.
   *
   * @param error the kind of failure
   * @param message what could not be done, to which thing, what was found, what to do
   */
  public TestingException(TestingError error, String message) {
    this(error, message, null);
  }

  /**
   * Creates an exception.
   *
   * @param error the kind of failure
   * @param message what could not be done, to which thing, what was found, what to do
   * @param cause the failure beneath, or null
   */
  public TestingException(TestingError error, String message, @Nullable Throwable cause) {
    super(error, message, cause);
  }
}
