package io.aludel.dialect;

import io.aludel.AludelException;
import io.aludel.ErrorCode;

/**
 * Says that a statement cannot be spelled: the dialect lacks what it asks for, or its parts do not fit
 * together. A programming error; the database was not asked.
 */
public class CompileException extends AludelException {
  private static final long serialVersionUID = 1L;

  private final String dialect;

  /**
   * Creates the exception.
   *
   * @param code the kind of failure
   * @param dialect the name of the dialect
   * @param message what could not be compiled, what was found, what to do
   */
  public CompileException(ErrorCode code, String dialect, String message) {
    super(code, message, null);
    this.dialect = dialect;
  }

  /**
   * The dialect that the statement was compiled for.
   *
   * @return its name
   */
  public String dialect() {
    return dialect;
  }
}
