package io.aludel.testing;

/**
 * The beginning or end of a transaction or savepoint. Is its own expectation, to be used with {@link
 * StatementRecorder#assertSteps}. Savepoints are not told apart by name.
 */
public enum TransactionStep implements Step, Expectation {
  /** A transaction began. */
  BEGIN,
  /** A transaction was committed. */
  COMMIT,
  /** A transaction was rolled back. */
  ROLLBACK,
  /** A savepoint was set. */
  SAVEPOINT,
  /** A transaction was rolled back to a savepoint. */
  ROLLBACK_TO_SAVEPOINT,
  /** A savepoint was given up, its work kept. */
  RELEASE_SAVEPOINT
}
