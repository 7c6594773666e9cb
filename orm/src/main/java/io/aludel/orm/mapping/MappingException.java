package io.aludel.orm.mapping;

import io.aludel.ArgumentException;
import io.aludel.ErrorCode;

/** A class cannot be mapped as it says, or is not mapped at all. */
public class MappingException extends ArgumentException {
  private static final long serialVersionUID = 1L;

  private final String subject;

  /**
   * Creates the exception.
   *
   * @param code the kind of failure
   * @param subject the class or attribute, written {@code User} or {@code User.name}
   * @param message what could not be done, to which thing, what was found, what to do
   */
  public MappingException(ErrorCode code, String subject, String message) {
    super(code, message);
    this.subject = subject;
  }

  /**
   * The class or attribute whose mapping failed.
   *
   * @return its name, written {@code User} or {@code User.name}
   */
  public String subject() {
    return subject;
  }
}
