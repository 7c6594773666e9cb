package io.aludel.orm;

import io.aludel.ListenerHandle;
import io.aludel.engine.Connection;
import io.aludel.engine.Result;
import io.aludel.orm.internal.session.SessionListeners;
import io.aludel.orm.internal.session.SessionListeners.Move;
import io.aludel.sql.Executable;

/**
 * The events of the sessions of a factory, and of all factories derived from it. Listeners are called by
 * the thread that uses the session, in the order of registration; what one throws stops the operation, and
 * fails a flush. Registering and removing is safe from any thread; an event nobody listens to costs one
 * read.
 */
public final class SessionEvents {
  private final SessionListeners listeners;

  SessionEvents(SessionListeners listeners) {
    this.listeners = listeners;
  }

  /** Hears of flushes. */
  @FunctionalInterface
  public interface FlushListener {
    /**
     * Called for each event.
     *
     * @param session the session that flushes
     * @param flush the flush
     */
    void happened(Session session, Flush flush);
  }

  /** Hears of sessions. */
  @FunctionalInterface
  public interface SessionListener {
    /**
     * Called for each event.
     *
     * @param session the session
     */
    void happened(Session session);
  }

  /** Hears of objects that move between their states. */
  @FunctionalInterface
  public interface ObjectListener {
    /**
     * Called for each event.
     *
     * @param session the session the object is in, or was
     * @param object the object
     */
    void happened(Session session, Object object);
  }

  /** Hears of transactions and savepoints of sessions. */
  @FunctionalInterface
  public interface TransactionListener {
    /**
     * Called for each event.
     *
     * @param session the session
     * @param transaction the transaction or savepoint
     */
    void happened(Session session, SessionTransaction transaction);
  }

  /** Hears of connections that take part in transactions of sessions. */
  @FunctionalInterface
  public interface BeginListener {
    /**
     * Called for each event.
     *
     * @param session the session
     * @param transaction the transaction or savepoint
     * @param connection the connection, on which the database's side of it has just begun
     */
    void begun(Session session, SessionTransaction transaction, Connection connection);
  }

  /** Hears of statements over entities, and may change them. */
  @FunctionalInterface
  public interface ExecuteListener {
    /**
     * Called for each execution.
     *
     * @param state the execution
     */
    void executing(OrmExecuteState state);
  }

  /** Hears of statements that wrote to the rows of an entity by criteria. */
  @FunctionalInterface
  public interface BulkListener {
    /**
     * Called for each statement.
     *
     * @param session the session
     * @param statement the statement as it was written
     * @param result what it gave
     */
    void written(Session session, Executable statement, Result<?> result);
  }

  /**
   * Registers for everything that a session executes, before it flushes for that: statements of the
   * application, and those by which objects, attributes and relationships are loaded. The statements of
   * flushes are not among them. A listener may change the statement, or answer in its place; see {@link
   * OrmExecuteState}.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle doOrmExecute(ExecuteListener listener) {
    return listeners.doOrmExecute().add(listener);
  }

  /**
   * Registers for UPDATEs of entities by criteria, once they have run and the objects of the session are in
   * step.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle afterBulkUpdate(BulkListener listener) {
    return listeners.afterBulkUpdate().add(listener);
  }

  /**
   * Registers for DELETEs of entities by criteria, once they have run and the objects of the session are in
   * step.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle afterBulkDelete(BulkListener listener) {
    return listeners.afterBulkDelete().add(listener);
  }

  /**
   * Registers for transactions and savepoints that a session has entered, without SQL so far. A flush
   * makes no transaction of its own.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle afterTransactionCreate(TransactionListener listener) {
    return listeners.afterTransactionCreate().add(listener);
  }

  /**
   * Registers for transactions and savepoints that ended, in whatever way; with the outermost one the
   * connections have been given back.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle afterTransactionEnd(TransactionListener listener) {
    return listeners.afterTransactionEnd().add(listener);
  }

  /**
   * Registers for connections that join a transaction or savepoint, which is when its first SQL is needed.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle afterBegin(BeginListener listener) {
    return listeners.afterBegin().add(listener);
  }

  /**
   * Registers for commits about to happen, savepoints and commits without SQL among them, before their
   * last flush. SQL is allowed; what is changed now is flushed and committed.
   *
   * @param listener what is called; what it throws stops the commit, and leaves the transaction open
   * @return removes the listener
   */
  public ListenerHandle beforeCommit(SessionListener listener) {
    return listeners.beforeCommit().add(listener);
  }

  /**
   * Registers for commits that the database has done, savepoints among them, before objects expire. The
   * transaction is over, so that the session can be looked at and nothing else.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle afterCommit(SessionListener listener) {
    return listeners.afterCommit().add(listener);
  }

  /**
   * Registers for objects about to join a session by being added, deleted or related; not for those it
   * loads. What the listener throws keeps the object out.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle beforeAttach(ObjectListener listener) {
    return listeners.beforeAttach().add(listener);
  }

  /**
   * Registers for objects that have joined a session by being added, deleted or related.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle afterAttach(ObjectListener listener) {
    return listeners.afterAttach().add(listener);
  }

  /**
   * Registers for flushes about to begin, which is the place to add, change and delete objects. Not called
   * when there is nothing to flush.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle beforeFlush(FlushListener listener) {
    return listeners.beforeFlush().add(listener);
  }

  /**
   * Registers for flushes whose statements have run: {@code newObjects}, {@code dirty} and {@code deleted}
   * still show what was flushed. Objects added now wait for the next flush, which a commit brings.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle afterFlush(FlushListener listener) {
    return listeners.afterFlush().add(listener);
  }

  /**
   * Registers for flushes that are over, with every object in the state it is in now.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle afterFlushPostexec(FlushListener listener) {
    return listeners.afterFlushPostexec().add(listener);
  }

  /**
   * Registers for transactions that were rolled back, savepoints not among them; also those that never
   * reached the database. The session is not usable within the listener.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle afterRollback(SessionListener listener) {
    return listeners.afterRollback().add(listener);
  }

  /**
   * Registers for transactions and savepoints that were rolled back, each level by itself. SQL is possible
   * if the session is active.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle afterSoftRollback(SessionListener listener) {
    return listeners.afterSoftRollback().add(listener);
  }

  /**
   * Registers for objects that were added to a session and will be inserted.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle transientToPending(ObjectListener listener) {
    return listeners.moves(Move.TRANSIENT_TO_PENDING).add(listener);
  }

  /**
   * Registers for objects that were to be inserted and left their session, or whose transaction was rolled back before.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle pendingToTransient(ObjectListener listener) {
    return listeners.moves(Move.PENDING_TO_TRANSIENT).add(listener);
  }

  /**
   * Registers for objects that were inserted by a transaction that was rolled back.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle persistentToTransient(ObjectListener listener) {
    return listeners.moves(Move.PERSISTENT_TO_TRANSIENT).add(listener);
  }

  /**
   * Registers for objects that a flush inserted, after its last statement.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle pendingToPersistent(ObjectListener listener) {
    return listeners.moves(Move.PENDING_TO_PERSISTENT).add(listener);
  }

  /**
   * Registers for objects that have a row and were added to a session again.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle detachedToPersistent(ObjectListener listener) {
    return listeners.moves(Move.DETACHED_TO_PERSISTENT).add(listener);
  }

  /**
   * Registers for objects that were made from their rows. Called while rows are read: a listener must not
   * use the session.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle loadedAsPersistent(ObjectListener listener) {
    return listeners.moves(Move.LOADED_AS_PERSISTENT).add(listener);
  }

  /**
   * Registers for objects that a flush deleted, after its last statement.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle persistentToDeleted(ObjectListener listener) {
    return listeners.moves(Move.PERSISTENT_TO_DELETED).add(listener);
  }

  /**
   * Registers for objects that were deleted, or marked for it, by a transaction that was rolled back.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle deletedToPersistent(ObjectListener listener) {
    return listeners.moves(Move.DELETED_TO_PERSISTENT).add(listener);
  }

  /**
   * Registers for objects that were deleted by a transaction that was committed.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle deletedToDetached(ObjectListener listener) {
    return listeners.moves(Move.DELETED_TO_DETACHED).add(listener);
  }

  /**
   * Registers for objects that have a row and left their session.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle persistentToDetached(ObjectListener listener) {
    return listeners.moves(Move.PERSISTENT_TO_DETACHED).add(listener);
  }
}
