package io.aludel.orm;

import io.aludel.InvalidRequestException;

/** An object is in a state, or belongs to a session, that does not allow what was asked. */
public class ObjectStateException extends InvalidRequestException {
  private static final long serialVersionUID = 1L;

  private final String subject;

  /**
   * Creates the exception.
   *
   * @param code the kind of failure
   * @param subject the object, written {@code User[id=7]}
   * @param message what could not be done, what was found, what to do
   */
  public ObjectStateException(OrmError code, String subject, String message) {
    super(code, message);
    this.subject = subject;
  }

  /**
   * The object that was in the wrong state.
   *
   * @return its name, written {@code User[id=7]}
   */
  public String subject() {
    return subject;
  }
}
