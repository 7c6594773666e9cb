package io.aludel.engine;

import org.jspecify.annotations.Nullable;

/**
 * A transaction of a connection, or a savepoint inside one: a resource that rolls back when it is closed
 * without having been committed. Belongs to its connection's thread.
 *
 * <pre>{@code
 * try (Transaction transaction = connection.begin()) {
 *   …
 *   transaction.commit();
 * }
 * }</pre>
 */
public final class Transaction implements AutoCloseable {
  private final TransactionStack stack;
  private final @Nullable Savepoint savepoint;
  private final @Nullable String id;
  private State state = State.ACTIVE;

  /** Where a transaction stands. */
  enum State {
    ACTIVE,
    PREPARED,
    FAILED,
    ENDED
  }

  /** A savepoint and its name. */
  record Savepoint(java.sql.Savepoint jdbc, String name) {}

  Transaction(TransactionStack stack, @Nullable Savepoint savepoint, @Nullable String id) {
    this.stack = stack;
    this.savepoint = savepoint;
    this.id = id;
  }

  /**
   * Makes the database promise that a commit will succeed, even after a crash. Nothing but {@link
   * #commit()} and {@link #rollback()} can follow. For a transaction of {@link
   * Connection#beginTwoPhase}.
   *
   * @throws TransactionStateException if this is no transaction of two phases, or has ended or been
   *     prepared
   * @throws DatabaseException if the database does not promise; the transaction must then be rolled back
   */
  public void prepare() {
    stack.prepare(this);
  }

  /**
   * The name of a transaction of two phases.
   *
   * @return the name, or null of any other
   */
  public @Nullable String id() {
    return id;
  }

  /**
   * Makes the changes permanent or, for a savepoint, part of the enclosing transaction. Emits COMMIT or
   * RELEASE SAVEPOINT.
   *
   * @throws TransactionStateException if this has ended, by its own or by an enclosing transaction's end
   * @throws DatabaseException if the database refuses; the transaction must then be rolled back
   */
  public void commit() {
    stack.commit(this);
  }

  /**
   * Undoes the changes since this began, savepoints inside included. Emits ROLLBACK or ROLLBACK TO
   * SAVEPOINT. Does nothing when this has ended.
   *
   * @throws DatabaseException if the database fails
   */
  public void rollback() {
    stack.rollback(this);
  }

  /** Rolls back, unless this has ended. */
  @Override
  public void close() {
    rollback();
  }

  /**
   * Whether work can be done in this transaction.
   *
   * @return false once it, or one around it, was committed, rolled back or failed to commit
   */
  public boolean isActive() {
    return state == State.ACTIVE;
  }

  /**
   * Whether this is a savepoint.
   *
   * @return true if another transaction encloses this
   */
  public boolean isNested() {
    return savepoint != null;
  }

  State state() {
    return state;
  }

  void state(State changed) {
    state = changed;
  }

  @Nullable Savepoint savepoint() {
    return savepoint;
  }
}
