package io.aludel.async;

import io.aludel.engine.DatabaseException;
import io.aludel.engine.Transaction;
import io.aludel.engine.TransactionStateException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A transaction of an asynchronous connection, or a savepoint inside one. Its calls run in order with
 * those of the connection. Safe to share.
 */
public final class AsyncTransaction {
  private final Transaction transaction;
  private final Lane lane;

  AsyncTransaction(Transaction transaction, Lane lane) {
    this.transaction = transaction;
    this.lane = lane;
  }

  /**
   * Prepares a transaction of two phases, as {@link Transaction#prepare} does.
   *
   * @return done when the database has promised
   * @throws TransactionStateException in the stage, if this is no transaction of two phases, or has ended
   * @throws DatabaseException in the stage, if the database does not promise
   */
  public CompletionStage<@Nullable Void> prepare() {
    return lane.run(transaction::prepare);
  }

  /**
   * The name of a transaction of two phases.
   *
   * @return the name, or null of any other
   */
  public @Nullable String id() {
    return transaction.id();
  }

  /**
   * Commits, or releases the savepoint. Emits COMMIT or RELEASE SAVEPOINT.
   *
   * @return done when the changes are permanent
   * @throws TransactionStateException in the stage, if this has ended
   * @throws DatabaseException in the stage, if the database refuses; then roll back
   */
  public CompletionStage<@Nullable Void> commit() {
    return lane.run(transaction::commit);
  }

  /**
   * Undoes the changes since this began. Emits ROLLBACK or ROLLBACK TO SAVEPOINT. Does nothing when this
   * has ended.
   *
   * @return done when they are undone
   * @throws DatabaseException in the stage, if the database fails
   */
  public CompletionStage<@Nullable Void> rollback() {
    return lane.run(transaction::rollback);
  }

  /**
   * Rolls back, unless this has ended.
   *
   * @return done when it has
   * @throws DatabaseException in the stage, if the database fails
   */
  public CompletionStage<@Nullable Void> close() {
    return lane.run(transaction::close);
  }

  /**
   * Whether work can be done in this transaction.
   *
   * @return whether it is neither ended nor failed, when the calls made before have run
   */
  public CompletionStage<Boolean> isActive() {
    return lane.call(transaction::isActive);
  }

  /**
   * Whether this is a savepoint.
   *
   * @return true if another transaction encloses this
   */
  public boolean isNested() {
    return transaction.isNested();
  }
}
