package io.aludel.engine;

import io.aludel.ErrorCode;

/**
 * Says that no connection could be opened: no server answers, it refuses user or password, or the
 * database does not exist. The message names the URL, with secrets masked.
 */
public final class ConnectFailedException extends OperationalException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param code the kind of failure
   * @param failure what is known
   */
  public ConnectFailedException(ErrorCode code, Failure failure) {
    super(code, failure);
  }
}
