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
   * Creates the exception with the words of a message.
   *
   * @param message the kind of failure and its words
   * @param subject the class or attribute, written {@code User} or {@code User.name}
   * @param things what the message speaks of, in the order of its gaps
   * @return the exception
   */
  public static MappingException of(MappingMessage message, String subject, Object... things) {
    return new MappingException(message, subject, message.text(things));
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
