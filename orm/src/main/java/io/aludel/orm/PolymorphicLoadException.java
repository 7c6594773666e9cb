package io.aludel.orm;

import io.aludel.AludelException;
import io.aludel.ErrorCode;

/** Thrown when a row does not say of which class its object is (parity row ORM-MAP-37). */
public final class PolymorphicLoadException extends AludelException {
  private static final long serialVersionUID = 1L;

  private final String row;

  /**
   * Creates the exception.
   *
   * @param code the code
   * @param row the row as messages write it
   * @param message what happened
   */
  public PolymorphicLoadException(ErrorCode code, String row, String message) {
    super(code, message, null);
    this.row = row;
  }

  /**
   * The row.
   *
   * @return entity and key, as messages write them
   */
  public String row() {
    return row;
  }
}
