package io.aludel.engine;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The transaction of one connection with its savepoints. The database's own transaction begins by itself
 * with the first statement, because autocommit is off.
 */
final class TransactionStack {
  private final Connection connection;
  private final Deque<Transaction> savepoints = new ArrayDeque<>();
  private @Nullable Transaction root;
  private int lastSavepoint;
  private boolean confined;

  TransactionStack(Connection connection) {
    this.connection = connection;
  }

  @Nullable Transaction root() {
    return root;
  }

  @Nullable Transaction innermostSavepoint() {
    return savepoints.peek();
  }

  /** Sees to it that a statement that is about to run runs inside a transaction. */
  void beforeStatement() {
    Transaction current = root;
    if (current == null) {
      if (confined) {
        throw new TransactionStateException(
            "No statement can be executed: the transaction of this block has ended. Leave the block"
                + " first, or end the transaction by leaving it.");
      }
      start(" (implicit)");
    } else if (!current.isActive()) {
      throw new PendingRollbackException(
          "No statement can be executed: the transaction of this connection has failed. Call rollback()"
              + " first.");
    }
  }

  /** Confines a block to the transaction begun for it. */
  void confine(boolean inBlock) {
    confined = inBlock;
  }

  Transaction begin() {
    if (root != null) {
      throw new TransactionStateException(
          "No transaction can be begun: one is in progress on this connection, begun by an earlier call"
              + " or by the first statement. Commit it or roll it back first, or use beginNested().");
    }
    return start("");
  }

  private Transaction start(String how) {
    connection.logLine("BEGIN" + how);
    connection.events().begin.tell(listener -> listener.happened(connection));
    Transaction started = new Transaction(this, null);
    root = started;
    connection.counters().openTransactions.increment();
    return started;
  }

  Transaction beginNested() {
    beforeStatement();
    String name = "aludel_savepoint_" + ++lastSavepoint;
    connection.logLine("SAVEPOINT " + name);
    connection.events().savepoint.tell(listener -> listener.happened(connection, name));
    try {
      java.sql.Savepoint jdbc = connection.driver().setSavepoint(name);
      Transaction nested = new Transaction(this, new Transaction.Savepoint(jdbc, name));
      savepoints.push(nested);
      return nested;
    } catch (SQLException e) {
      throw connection.failed("SAVEPOINT " + name, e);
    }
  }

  void commit(Transaction transaction) {
    if (!transaction.isActive()) {
      throw new TransactionStateException(
          "The transaction cannot be committed: it has ended, or failed, before. Begin another one.");
    }
    Transaction.Savepoint savepoint = transaction.savepoint();
    if (savepoint == null) {
      commitRoot(transaction);
    } else {
      release(transaction, savepoint);
    }
  }

  private void commitRoot(Transaction transaction) {
    connection.logLine("COMMIT");
    connection.events().commit.tell(listener -> listener.happened(connection));
    endSavepoints(null);
    transaction.state(Transaction.State.FAILED);
    try {
      connection.lease().commit();
    } catch (SQLException e) {
      throw connection.failed("COMMIT", e);
    }
    ended(transaction);
  }

  private void release(Transaction transaction, Transaction.Savepoint savepoint) {
    String sql = "RELEASE SAVEPOINT " + savepoint.name();
    connection.logLine(sql);
    connection
        .events()
        .releaseSavepoint
        .tell(listener -> listener.happened(connection, savepoint.name()));
    try {
      connection.driver().releaseSavepoint(savepoint.jdbc());
    } catch (SQLException e) {
      throw connection.failed(sql, e);
    }
    endSavepoints(transaction);
  }

  void rollback(Transaction transaction) {
    if (transaction.state() == Transaction.State.ENDED) {
      return;
    }
    Transaction.Savepoint savepoint = transaction.savepoint();
    if (savepoint == null) {
      rollbackRoot(transaction);
    } else {
      rollbackTo(transaction, savepoint);
    }
  }

  private void rollbackRoot(Transaction transaction) {
    connection.logLine("ROLLBACK");
    connection.events().rollback.tell(listener -> listener.happened(connection));
    endSavepoints(null);
    ended(transaction);
    try {
      connection.lease().rollback();
    } catch (SQLException e) {
      throw connection.failed("ROLLBACK", e);
    }
  }

  private void rollbackTo(Transaction transaction, Transaction.Savepoint savepoint) {
    String sql = "ROLLBACK TO SAVEPOINT " + savepoint.name();
    connection.logLine(sql);
    connection
        .events()
        .rollbackToSavepoint
        .tell(listener -> listener.happened(connection, savepoint.name()));
    endSavepoints(transaction);
    if (connection.isInvalidated()) {
      return;
    }
    try {
      connection.driver().rollback(savepoint.jdbc());
    } catch (SQLException e) {
      throw connection.failed(sql, e);
    }
  }

  private void ended(Transaction transaction) {
    transaction.state(Transaction.State.ENDED);
    root = null;
    lastSavepoint = 0;
    connection.counters().openTransactions.decrement();
  }

  /** Ends savepoints from the innermost to {@code last}, or all of them. */
  private void endSavepoints(@Nullable Transaction last) {
    while (!savepoints.isEmpty()) {
      Transaction ended = savepoints.pop();
      ended.state(Transaction.State.ENDED);
      if (ended == last) {
        return;
      }
    }
  }

  /** The database has lost the transaction; it only remains to be rolled back here. */
  void lost() {
    Transaction current = root;
    if (current != null) {
      current.state(Transaction.State.FAILED);
      savepoints.forEach(nested -> nested.state(Transaction.State.FAILED));
    }
  }
}
