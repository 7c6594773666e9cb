package io.aludel.orm;

/**
 * A session refuses work, because a flush failed and the failure has not been acknowledged by
 * {@code rollback()}. The cause is the first failure.
 */
public final class PendingRollbackException extends SessionStateException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param operation what could not be done, as in "run a statement"
   * @param first the failure of the flush
   */
  public PendingRollbackException(String operation, Throwable first) {
    super(
        OrmError.PENDING_ROLLBACK,
        "Cannot "
            + operation
            + ": the transaction was rolled back because a flush failed. Call rollback() on the"
            + " session, or on its savepoint, to go on. The first failure was: "
            + first.getMessage());
    initCause(first);
  }
}
