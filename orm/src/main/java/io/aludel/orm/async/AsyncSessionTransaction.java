package io.aludel.orm.async;

import io.aludel.orm.FlushException;
import io.aludel.orm.SessionStateException;
import io.aludel.orm.SessionTransaction;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The transaction of an asynchronous session, or a savepoint within it. Its calls run in order with those
 * of the session.
 */
public final class AsyncSessionTransaction {
  private final AsyncSession session;
  private final SessionTransaction transaction;

  AsyncSessionTransaction(AsyncSession session, SessionTransaction transaction) {
    this.session = session;
    this.transaction = transaction;
  }

  /**
   * Flushes, and commits the transaction or releases the savepoint.
   *
   * @return done when it is committed
   * @throws SessionStateException in the stage, if this has ended
   * @throws FlushException in the stage, if the changes cannot be written
   */
  public CompletionStage<@Nullable Void> commit() {
    return session.run(transaction::commit);
  }

  /**
   * Rolls the transaction or the savepoint back. Does nothing when this has ended.
   *
   * @return done when it is rolled back
   */
  public CompletionStage<@Nullable Void> rollback() {
    return session.run(transaction::rollback);
  }

  /**
   * Flushes, and prepares a transaction of two phases, as {@link SessionTransaction#prepare} does.
   *
   * @return done when all databases have promised
   * @throws SessionStateException in the stage, if this has ended, is a savepoint, or has one phase only
   */
  public CompletionStage<@Nullable Void> prepare() {
    return session.run(transaction::prepare);
  }

  /**
   * Rolls back, unless this has ended.
   *
   * @return done when it has
   */
  public CompletionStage<@Nullable Void> close() {
    return session.run(transaction::close);
  }

  /**
   * Whether work can be done in it.
   *
   * @return whether it can, when the calls made before have run
   */
  public CompletionStage<Boolean> isActive() {
    return session.supply(transaction::isActive);
  }

  /**
   * Whether the transaction holds a connection of a database by now.
   *
   * @return whether it does, when the calls made before have run
   */
  public CompletionStage<Boolean> isConnected() {
    return session.supply(transaction::isConnected);
  }

  /**
   * Whether it is a savepoint.
   *
   * @return true if another transaction is around it
   */
  public boolean isNested() {
    return transaction.isNested();
  }

  /**
   * The transaction or savepoint around it.
   *
   * @return what it is nested in, or null
   */
  public @Nullable AsyncSessionTransaction parent() {
    SessionTransaction parent = transaction.parent();
    return parent == null ? null : new AsyncSessionTransaction(session, parent);
  }

  /**
   * The session it belongs to.
   *
   * @return the session
   */
  public AsyncSession session() {
    return session;
  }
}
