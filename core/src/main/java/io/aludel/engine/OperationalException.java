package io.aludel.engine;

import io.aludel.CoreError;
import io.aludel.ErrorCode;

/**
 * Says that the database could not go on though the statement may be right: the connection was lost, a
 * deadlock or a lock time-out, no memory, no disk. Trying again may help.
 */
public class OperationalException extends DatabaseException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param code the kind of failure
   * @param failure what is known
   */
  public OperationalException(ErrorCode code, Failure failure) {
    super(code, failure);
  }

  /**
   * Creates the exception.
   *
   * @param failure what is known
   */
  public OperationalException(Failure failure) {
    this(CoreError.OPERATIONAL, failure);
  }
}
