package io.aludel.engine;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.InvalidRequestException;
import io.aludel.dialect.Dialect;
import io.aludel.dialect.TwoPhase;
import io.aludel.engine.EngineEvents.TwoPhaseStep;
import io.aludel.engine.internal.TwoPhaseSteps;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The transaction of one connection with its savepoints. The database's own transaction begins by itself
 * with the first statement, because autocommit is off.
 */
final class TransactionStack {
  private final Conversation conversation;
  private final Deque<Transaction> savepoints = new ArrayDeque<>();
  private @Nullable Transaction root;
  private int lastSavepoint;
  private boolean confined;

  TransactionStack(Conversation conversation) {
    this.conversation = conversation;
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
      start(" (implicit)", null);
    } else if (current.state() == Transaction.State.PREPARED) {
      throw new TransactionStateException("No statement can be executed: the transaction '"
          + current.id() + "' is prepared. Commit it or roll it back first.");
    } else if (!current.isActive()) {
      throw new PendingRollbackException(
          "No statement can be executed: the transaction of this connection has failed. Call rollback()"
              + " first.");
    }
  }

  /** Runs work in a transaction begun for it, to which the work is confined. */
  <R> R block(Transaction transaction, Function<? super Connection, R> work) {
    confined = true;
    try {
      R result = work.apply(conversation.connection());
      if (transaction.isActive()) {
        transaction.commit();
      }
      return result;
    } catch (RuntimeException | Error e) {
      rollBackAfter(transaction, e);
      throw e;
    } finally {
      confined = false;
    }
  }

  private static void rollBackAfter(Transaction transaction, Throwable first) {
    try {
      transaction.rollback();
    } catch (RuntimeException e) {
      first.addSuppressed(e);
    }
  }

  Transaction begin() {
    requireNone();
    return start("", null);
  }

  private void requireNone() {
    if (root != null) {
      throw new TransactionStateException(
          "No transaction can be begun: one is in progress on this connection, begun by an earlier call"
              + " or by the first statement. Commit it or roll it back first, or use beginNested().");
    }
  }

  /** Begins a transaction that can be prepared. */
  Transaction beginTwoPhase(String id) {
    requireNone();
    TwoPhase syntax = syntax();
    requireShort(id, syntax.longestName());
    List<String> steps = syntax.begin(id);
    Transaction started = start(" TWO PHASE '" + id + "'", id);
    tellTwoPhase(id, TwoPhaseStep.BEGIN);
    try {
      attempt(steps);
    } catch (RuntimeException e) {
      ended(started); // the database has begun nothing that could be rolled back
      throw e;
    }
    return started;
  }

  private static void requireShort(String id, int longest) {
    int bytes = id.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > longest) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "The transaction '" + id + "' cannot be begun: its name has " + bytes
              + " bytes, and the database takes " + longest + ". Choose a shorter name.");
    }
  }

  private TwoPhase syntax() {
    Dialect dialect = conversation.engine().dialect();
    TwoPhase syntax = dialect.twoPhase();
    if (syntax == null) {
      throw new InvalidRequestException(
          CoreError.NOT_SUPPORTED_HERE,
          "A transaction of two phases cannot be begun: " + dialect.name()
              + " has none. Use begin() and commit().");
    }
    return syntax;
  }

  private void attempt(List<String> steps) {
    if (!steps.isEmpty()) {
      try {
        TwoPhaseSteps.run(conversation.driver(), steps);
      } catch (SQLException e) {
        throw conversation.failed(String.join("; ", steps), e);
      }
    }
  }

  void prepare(Transaction transaction) {
    String id = transaction.id();
    if (id == null || !transaction.isActive()) {
      throw new TransactionStateException("The transaction cannot be prepared: "
          + (id == null
              ? "it has one phase only. Begin it with beginTwoPhase(…)."
              : "it has ended, failed or been prepared before."));
    }
    tellTwoPhase(id, TwoPhaseStep.PREPARE);
    log("PREPARE '" + id + "'");
    endSavepoints(null);
    transaction.state(Transaction.State.FAILED);
    attempt(syntax().prepare(id));
    transaction.state(Transaction.State.PREPARED);
  }

  /** The prepared transactions of the database. */
  List<String> prepared() {
    requireNone();
    try {
      return TwoPhaseSteps.prepared(conversation.driver(), syntax());
    } catch (SQLException e) {
      throw conversation.failed("the prepared transactions", e);
    } finally {
      forgetRead();
    }
  }

  /** The query began a transaction of the driver's, which nobody knows of. */
  private void forgetRead() {
    try {
      conversation.lease().rollback();
    } catch (SQLException e) {
      throw conversation.failed("ROLLBACK", e);
    }
  }

  /** Ends a transaction that was prepared, perhaps elsewhere. */
  void endPrepared(String id, TwoPhaseStep step) {
    requireNone();
    TwoPhase syntax = syntax();
    tellTwoPhase(id, step);
    String sql = step == TwoPhaseStep.COMMIT ? syntax.commit(id) : syntax.rollback(id);
    log(sql);
    try {
      TwoPhaseSteps.runOutside(conversation.driver(), sql);
    } catch (SQLException e) {
      throw conversation.failed(sql, e);
    }
  }

  /** Commits or rolls back a transaction of two phases. */
  private void endTwoPhase(Transaction transaction, String id, boolean commits) {
    tellTwoPhase(id, commits ? TwoPhaseStep.COMMIT : TwoPhaseStep.ROLLBACK);
    String shown = (commits ? "COMMIT" : "ROLLBACK") + " '" + id + "'";
    log(shown);
    try {
      if (transaction.state() == Transaction.State.PREPARED) {
        TwoPhase syntax = syntax();
        String step = commits ? syntax.commit(id) : syntax.rollback(id);
        TwoPhaseSteps.end(conversation.driver(), syntax, step);
      } else {
        TwoPhaseSteps.abandon(conversation.driver(), syntax().abandon(id));
        conversation.lease().rollback();
      }
    } catch (SQLException e) {
      throw conversation.failed(shown, e);
    }
  }

  private void tellTwoPhase(String id, TwoPhaseStep step) {
    conversation
        .events()
        .twoPhase
        .tell(listener -> listener.happened(conversation.connection(), id, step));
  }

  private Transaction start(String how, @Nullable String id) {
    log("BEGIN" + how);
    conversation.events().begin.tell(listener -> listener.happened(conversation.connection()));
    Transaction started = new Transaction(this, null, id);
    root = started;
    conversation.counters().openTransactions.increment();
    return started;
  }

  Transaction beginNested() {
    beforeStatement();
    String name = "aludel_savepoint_" + ++lastSavepoint;
    log("SAVEPOINT " + name);
    conversation
        .events()
        .savepoint
        .tell(listener -> listener.happened(conversation.connection(), name));
    try {
      java.sql.Savepoint jdbc = conversation.driver().setSavepoint(name);
      Transaction nested = new Transaction(this, new Transaction.Savepoint(jdbc, name), null);
      savepoints.push(nested);
      return nested;
    } catch (SQLException e) {
      throw conversation.failed("SAVEPOINT " + name, e);
    }
  }

  void commit(Transaction transaction) {
    boolean prepared = transaction.state() == Transaction.State.PREPARED;
    if (!transaction.isActive() && !prepared) {
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
    if (transaction.id() != null) {
      if (transaction.isActive()) {
        prepare(transaction);
      }
      endTwoPhase(transaction, transaction.id(), true);
      ended(transaction);
      return;
    }
    log("COMMIT");
    conversation.events().commit.tell(listener -> listener.happened(conversation.connection()));
    endSavepoints(null);
    transaction.state(Transaction.State.FAILED);
    try {
      conversation.lease().commit();
    } catch (SQLException e) {
      throw conversation.failed("COMMIT", e);
    }
    ended(transaction);
  }

  private void release(Transaction transaction, Transaction.Savepoint savepoint) {
    String sql = "RELEASE SAVEPOINT " + savepoint.name();
    log(sql);
    conversation
        .events()
        .releaseSavepoint
        .tell(listener -> listener.happened(conversation.connection(), savepoint.name()));
    try {
      conversation.engine().dialect().release(conversation.driver(), savepoint.jdbc());
    } catch (SQLException e) {
      throw conversation.failed(sql, e);
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
    String id = transaction.id();
    if (id != null && !conversation.isInvalidated()) {
      endSavepoints(null);
      try {
        endTwoPhase(transaction, id, false);
      } finally {
        ended(transaction);
      }
      return;
    }
    log("ROLLBACK");
    conversation.events().rollback.tell(listener -> listener.happened(conversation.connection()));
    endSavepoints(null);
    ended(transaction);
    try {
      conversation.lease().rollback();
    } catch (SQLException e) {
      throw conversation.failed("ROLLBACK", e);
    }
  }

  private void rollbackTo(Transaction transaction, Transaction.Savepoint savepoint) {
    String sql = "ROLLBACK TO SAVEPOINT " + savepoint.name();
    log(sql);
    conversation
        .events()
        .rollbackToSavepoint
        .tell(listener -> listener.happened(conversation.connection(), savepoint.name()));
    endSavepoints(transaction);
    if (conversation.isInvalidated()) {
      return;
    }
    try {
      conversation.driver().rollback(savepoint.jdbc());
    } catch (SQLException e) {
      throw conversation.failed(sql, e);
    }
  }

  private void ended(Transaction transaction) {
    transaction.state(Transaction.State.ENDED);
    root = null;
    lastSavepoint = 0;
    conversation.counters().openTransactions.decrement();
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

  private void log(String line) {
    conversation.log().line(conversation.connection().options().token(), line);
  }
}
