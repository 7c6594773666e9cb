package io.aludel.engine;

import io.aludel.ListenerHandle;
import io.aludel.engine.internal.ListenerList;
import io.aludel.sql.Executable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The events of an engine and where listeners are registered for them. A listener is called by the thread
 * that executes, in the order of registration, and what it throws stops the operation. Registering and
 * removing is safe from any thread; an event nobody listens to costs one read.
 */
public final class EngineEvents {
  final ListenerList<ExecuteListener> beforeExecute = new ListenerList<>();
  final ListenerList<ExecuteListener> afterExecute = new ListenerList<>();
  final ListenerList<CursorListener> beforeCursorExecute = new ListenerList<>();
  final ListenerList<CursorListener> afterCursorExecute = new ListenerList<>();
  final ListenerList<ConnectionListener> begin = new ListenerList<>();
  final ListenerList<ConnectionListener> commit = new ListenerList<>();
  final ListenerList<ConnectionListener> rollback = new ListenerList<>();
  final ListenerList<SavepointListener> savepoint = new ListenerList<>();
  final ListenerList<SavepointListener> rollbackToSavepoint = new ListenerList<>();
  final ListenerList<SavepointListener> releaseSavepoint = new ListenerList<>();
  final ListenerList<PoolListener> connect = new ListenerList<>();
  final ListenerList<PoolListener> checkout = new ListenerList<>();
  final ListenerList<PoolListener> checkin = new ListenerList<>();
  final ListenerList<ResultListener> resultOpened = new ListenerList<>();
  final ListenerList<ResultListener> resultClosed = new ListenerList<>();
  final ListenerList<ErrorListener> error = new ListenerList<>();

  EngineEvents() {}

  /** Hears of statements as the application wrote them. */
  @FunctionalInterface
  public interface ExecuteListener {
    /**
     * Called before or after a statement.
     *
     * @param connection where it is executed
     * @param statement the statement
     * @param parameters the named parameters: none, one map, or one map for each row of a batch
     */
    void executed(
        Connection connection,
        Executable statement,
        List<? extends Map<String, ? extends @Nullable Object>> parameters);
  }

  /** Hears of SQL as it is sent. */
  @FunctionalInterface
  public interface CursorListener {
    /**
     * Called before or after SQL is sent.
     *
     * @param connection where it is executed
     * @param sent the SQL with its parameters
     */
    void executed(Connection connection, SentStatement sent);
  }

  /**
   * SQL as it is sent to the driver.
   *
   * @param sql the final text
   * @param parameters the values of the placeholders in their order, one list for each row of a batch,
   *     hidden or not
   * @param batch true for a driver batch
   */
  public record SentStatement(String sql, List<List<@Nullable Object>> parameters, boolean batch) {}

  /** Hears of the beginning and end of transactions. */
  @FunctionalInterface
  public interface ConnectionListener {
    /**
     * Called for each event.
     *
     * @param connection the connection whose transaction begins or ends
     */
    void happened(Connection connection);
  }

  /** Hears of savepoints. */
  @FunctionalInterface
  public interface SavepointListener {
    /**
     * Called for each event.
     *
     * @param connection the connection
     * @param name the savepoint
     */
    void happened(Connection connection, String name);
  }

  /** Hears of the driver's connections. */
  @FunctionalInterface
  public interface PoolListener {
    /**
     * Called for each event.
     *
     * @param connection the driver's connection; it must be left as it is found, and outside any
     *     transaction
     */
    void happened(java.sql.Connection connection);
  }

  /** Hears of results that have rows to come. */
  @FunctionalInterface
  public interface ResultListener {
    /**
     * Called for each event.
     *
     * @param connection the connection the result reads from
     * @param sql the statement
     */
    void happened(Connection connection, String sql);
  }

  /** Hears of failures, and may put another exception in their place. */
  @FunctionalInterface
  public interface ErrorListener {
    /**
     * Called for each failure that the database or its driver reports.
     *
     * @param failure the exception about to be thrown
     * @return the exception to throw instead, or null to leave it
     */
    @Nullable RuntimeException happened(DatabaseException failure);
  }

  /**
   * Registers for statements about to be executed.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle beforeExecute(ExecuteListener listener) {
    return beforeExecute.add(listener);
  }

  /**
   * Registers for statements that were executed.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle afterExecute(ExecuteListener listener) {
    return afterExecute.add(listener);
  }

  /**
   * Registers for SQL about to be sent, that of the ORM included.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle beforeCursorExecute(CursorListener listener) {
    return beforeCursorExecute.add(listener);
  }

  /**
   * Registers for SQL that was sent and succeeded, that of the ORM included.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle afterCursorExecute(CursorListener listener) {
    return afterCursorExecute.add(listener);
  }

  /**
   * Registers for transactions that begin.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle onBegin(ConnectionListener listener) {
    return begin.add(listener);
  }

  /**
   * Registers for transactions about to be committed.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle onCommit(ConnectionListener listener) {
    return commit.add(listener);
  }

  /**
   * Registers for transactions about to be rolled back.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle onRollback(ConnectionListener listener) {
    return rollback.add(listener);
  }

  /**
   * Registers for savepoints about to be set.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle onSavepoint(SavepointListener listener) {
    return savepoint.add(listener);
  }

  /**
   * Registers for savepoints about to be rolled back to.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle onRollbackToSavepoint(SavepointListener listener) {
    return rollbackToSavepoint.add(listener);
  }

  /**
   * Registers for savepoints about to be released.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle onReleaseSavepoint(SavepointListener listener) {
    return releaseSavepoint.add(listener);
  }

  /**
   * Registers for connections that were opened, before their first use.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle onConnect(PoolListener listener) {
    return connect.add(listener);
  }

  /**
   * Registers for connections taken from the pool.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle onCheckout(PoolListener listener) {
    return checkout.add(listener);
  }

  /**
   * Registers for connections about to go back to the pool.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle onCheckin(PoolListener listener) {
    return checkin.add(listener);
  }

  /**
   * Registers for results that begin to be read from the database.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle onResultOpened(ResultListener listener) {
    return resultOpened.add(listener);
  }

  /**
   * Registers for results that released the database's rows, read to the end or closed.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle onResultClosed(ResultListener listener) {
    return resultClosed.add(listener);
  }

  /**
   * Registers for failures that the database or its driver reports.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle handleError(ErrorListener listener) {
    return error.add(listener);
  }
}
