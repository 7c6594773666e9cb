package io.aludel.engine;

import io.aludel.CoreError;

/** Says that the statement is wrong: its syntax, a table or column it names, or the rights it needs. */
public final class ProgrammingException extends DatabaseException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param failure what is known
   */
  public ProgrammingException(Failure failure) {
    super(CoreError.PROGRAMMING, failure);
  }
}
