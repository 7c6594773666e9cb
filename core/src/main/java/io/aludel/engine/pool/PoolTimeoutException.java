package io.aludel.engine.pool;

import io.aludel.AludelException;
import io.aludel.CoreError;
import org.jspecify.annotations.Nullable;

/** Says that no connection became free in time, with the figures of the pool at that moment. */
public final class PoolTimeoutException extends AludelException {
  private static final long serialVersionUID = 1L;

  private final transient PoolStatus status;

  /**
   * Creates the exception.
   *
   * @param code the kind of failure
   * @param message how long was waited for what, and what to do
   * @param status the figures of the pool
   * @param cause the failure beneath, or null
   */
  public PoolTimeoutException(
      CoreError code, String message, PoolStatus status, @Nullable Throwable cause) {
    super(code, message, cause);
    this.status = status;
  }

  /**
   * The figures of the pool when the wait ended.
   *
   * @return the figures
   */
  public PoolStatus status() {
    return status;
  }
}
