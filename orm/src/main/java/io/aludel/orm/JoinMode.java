package io.aludel.orm;

/**
 * What a session that was opened on a connection does with a transaction that is in progress there, begun
 * by somebody else; see {@link SessionFactory#open(io.aludel.engine.Connection)}. Without a transaction in
 * progress all are alike: the session begins its own, and commits it or rolls it back.
 */
public enum JoinMode {
  /**
   * {@link #CREATE_SAVEPOINT} if a savepoint is open on the connection, else {@link #ROLLBACK_ONLY}: what
   * sessions do unless told otherwise.
   */
  CONDITIONAL_SAVEPOINT,
  /**
   * The session's commit leaves the transaction open, for the one who began it to commit; its rollback
   * rolls that transaction back. Closing the session leaves it alone.
   */
  ROLLBACK_ONLY,
  /** Commit, rollback and close of the session are those of the transaction. */
  CONTROL_FULLY,
  /**
   * The session works in a savepoint of its own, which its commit releases and its rollback reverts. The
   * transaction is not touched. So a test can roll back everything that the code under test has committed.
   */
  CREATE_SAVEPOINT
}
