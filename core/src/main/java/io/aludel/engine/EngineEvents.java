package io.aludel.engine;

import io.aludel.ArgumentException;
import io.aludel.ListenerHandle;
import io.aludel.engine.internal.ListenerList;
import io.aludel.engine.pool.PoolEvents;
import io.aludel.sql.Executable;
import io.aludel.types.SqlType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The events of an engine and where listeners are registered for them. A listener is called by the thread
 * that executes, in the order of registration, and what it throws stops the operation. Registering and
 * removing is safe from any thread; an event nobody listens to costs one read.
 */
public final class EngineEvents {
  private final PoolEvents pool;
  final ListenerList<ExecuteListener> beforeExecute;
  final ListenerList<ExecuteListener> afterExecute;
  final ListenerList<CursorListener> beforeCursorExecute;
  final ListenerList<CursorListener> afterCursorExecute;
  private final ListenerList<Performer> performer;
  private final ListenerList<BatchPerformer> batchPerformer;
  private final ListenerList<ParameterBinder> parameterBinder;
  final ListenerList<StatementRewriter> rewriteStatement;
  final ListenerList<SqlRewriter> rewriteSql;
  final ListenerList<ConnectionListener> connection;
  final ListenerList<ConnectionListener> begin;
  final ListenerList<ConnectionListener> commit;
  final ListenerList<ConnectionListener> rollback;
  final ListenerList<SavepointListener> savepoint;
  final ListenerList<SavepointListener> rollbackToSavepoint;
  final ListenerList<SavepointListener> releaseSavepoint;
  final ListenerList<TwoPhaseListener> twoPhase;
  final ListenerList<OptionsListener> connectionOptions;
  final ListenerList<EngineOptionsListener> engineOptions;
  final ListenerList<DisposeListener> disposed;
  final ListenerList<ResultListener> resultOpened;
  final ListenerList<ResultListener> resultClosed;
  final ListenerList<ErrorListener> error;

  /** The events of an engine, or of a sibling, whose listeners come after those of {@code first}. */
  EngineEvents(PoolEvents pool, @Nullable EngineEvents first) {
    this.pool = pool;
    beforeExecute = new ListenerList<>(first == null ? null : first.beforeExecute);
    afterExecute = new ListenerList<>(first == null ? null : first.afterExecute);
    beforeCursorExecute = new ListenerList<>(first == null ? null : first.beforeCursorExecute);
    afterCursorExecute = new ListenerList<>(first == null ? null : first.afterCursorExecute);
    performer = new ListenerList<>(first == null ? null : first.performer);
    batchPerformer = new ListenerList<>(first == null ? null : first.batchPerformer);
    parameterBinder = new ListenerList<>(first == null ? null : first.parameterBinder);
    rewriteStatement = new ListenerList<>(first == null ? null : first.rewriteStatement);
    rewriteSql = new ListenerList<>(first == null ? null : first.rewriteSql);
    connection = new ListenerList<>(first == null ? null : first.connection);
    begin = new ListenerList<>(first == null ? null : first.begin);
    commit = new ListenerList<>(first == null ? null : first.commit);
    rollback = new ListenerList<>(first == null ? null : first.rollback);
    savepoint = new ListenerList<>(first == null ? null : first.savepoint);
    rollbackToSavepoint = new ListenerList<>(first == null ? null : first.rollbackToSavepoint);
    releaseSavepoint = new ListenerList<>(first == null ? null : first.releaseSavepoint);
    twoPhase = new ListenerList<>(first == null ? null : first.twoPhase);
    connectionOptions = new ListenerList<>(first == null ? null : first.connectionOptions);
    engineOptions = new ListenerList<>(first == null ? null : first.engineOptions);
    disposed = new ListenerList<>(first == null ? null : first.disposed);
    resultOpened = new ListenerList<>(first == null ? null : first.resultOpened);
    resultClosed = new ListenerList<>(first == null ? null : first.resultClosed);
    error = new ListenerList<>(first == null ? null : first.error);
  }

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

  /** Executes statements of the driver in place of the engine (parity row ORM-EVT-44). */
  @FunctionalInterface
  public interface Performer {
    /**
     * Called when a statement is ready to be executed, its values bound. Whoever executes it leaves its
     * rows, or its count, in it for the engine to fetch.
     *
     * @param connection where it is executed
     * @param statement the driver's statement: a {@link java.sql.PreparedStatement}, but for SQL that
     *     goes to the driver without parameters, which is still to be handed to {@code execute}
     * @param sent the SQL with its parameters
     * @return true if it was executed here
     * @throws SQLException if the driver fails, which is treated as any failure of the driver
     */
    boolean performed(Connection connection, Statement statement, SentStatement sent)
        throws SQLException;
  }

  /** Executes batches of the driver in place of the engine. */
  @FunctionalInterface
  public interface BatchPerformer {
    /**
     * Called when a batch is ready to be executed, all its rows added.
     *
     * @param connection where it is executed
     * @param statement the driver's statement
     * @param sent the SQL with its parameters
     * @return what {@code executeBatch} would have given, or null to leave it to the engine
     * @throws SQLException if the driver fails, which is treated as any failure of the driver
     */
    int @Nullable [] performed(
        Connection connection, PreparedStatement statement, SentStatement sent) throws SQLException;
  }

  /** Gives values to the driver in place of the engine. */
  @FunctionalInterface
  public interface ParameterBinder {
    /**
     * Called for each value of a statement before it is given to the driver.
     *
     * @param statement the driver's statement
     * @param index the place of the value, counted from 1
     * @param type the type that the statement gives it
     * @param value the value, or null
     * @return true if it was given to the driver here
     * @throws SQLException if the driver refuses it
     */
    boolean bound(PreparedStatement statement, int index, SqlType<?> type, @Nullable Object value)
        throws SQLException;
  }

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

  /** Puts another statement, or other parameters, in the place of those about to be executed. */
  @FunctionalInterface
  public interface StatementRewriter {
    /**
     * Called before the listeners of {@link #beforeExecute}, which hear of what it made.
     *
     * @param connection where it is executed
     * @param written the statement with its parameters
     * @return what to execute, {@code written} itself to leave it
     */
    Written rewritten(Connection connection, Written written);
  }

  /**
   * A statement as the application wrote it.
   *
   * @param statement the statement
   * @param parameters the named parameters: none, one map, or one map for each row of a batch
   */
  public record Written(
      Executable statement, List<? extends Map<String, ? extends @Nullable Object>> parameters) {}

  /** Puts other SQL in the place of what is about to be sent, for example with a comment. */
  @FunctionalInterface
  public interface SqlRewriter {
    /**
     * Called before the listeners of {@link #beforeCursorExecute}, which hear of what it made.
     *
     * @param connection where it is executed
     * @param sql the SQL, whose placeholders must remain
     * @return the SQL to send
     */
    String rewritten(Connection connection, String sql);
  }

  /** Hears of transactions of two phases. */
  @FunctionalInterface
  public interface TwoPhaseListener {
    /**
     * Called for each step.
     *
     * @param connection the connection
     * @param transaction the name of the transaction
     * @param step what is about to be done
     */
    void happened(Connection connection, String transaction, TwoPhaseStep step);
  }

  /** A step of a transaction of two phases. */
  public enum TwoPhaseStep {
    /** The transaction begins. */
    BEGIN,
    /** The database is asked to promise that a commit will succeed. */
    PREPARE,
    /** The transaction is committed, prepared or not. */
    COMMIT,
    /** The transaction is rolled back, prepared or not. */
    ROLLBACK
  }

  /** Hears of options given to a connection. */
  @FunctionalInterface
  public interface OptionsListener {
    /**
     * Called after the options were taken over.
     *
     * @param connection the connection
     * @param options what was given
     */
    void changed(Connection connection, ExecutionOptions options);
  }

  /** Hears of options given to an engine. */
  @FunctionalInterface
  public interface EngineOptionsListener {
    /**
     * Called after the options were taken over.
     *
     * @param engine the engine that has them, which may be a new sibling
     * @param options what was given
     */
    void changed(Engine engine, ExecutionOptions options);
  }

  /** Hears of engines whose pool was given up. */
  @FunctionalInterface
  public interface DisposeListener {
    /**
     * Called after each disposal.
     *
     * @param engine the engine
     */
    void disposed(Engine engine);
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
     * @param context the failure and what is about to be done about it
     * @return the exception to throw instead, or null to leave it
     */
    @Nullable RuntimeException happened(ErrorContext context);
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
   * Registers for steps of transactions of two phases.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle onTwoPhase(TwoPhaseListener listener) {
    return twoPhase.add(listener);
  }

  /**
   * Registers for statements of the driver about to be executed, to execute them otherwise. The first
   * that does so is the last that is asked.
   *
   * @param performer what is called
   * @return removes the listener
   */
  public ListenerHandle performExecute(Performer performer) {
    return this.performer.add(performer);
  }

  /**
   * Registers for batches of the driver about to be executed, to execute them otherwise. The first that
   * does so is the last that is asked.
   *
   * @param performer what is called
   * @return removes the listener
   */
  public ListenerHandle performBatch(BatchPerformer performer) {
    return batchPerformer.add(performer);
  }

  /**
   * Registers for values about to be given to the driver, to give them otherwise. The first that does so
   * is the last that is asked.
   *
   * @param binder what is called
   * @return removes the listener
   */
  public ListenerHandle bindParameter(ParameterBinder binder) {
    return parameterBinder.add(binder);
  }

  boolean isPerformed(Connection where, Statement statement, Supplier<SentStatement> sent)
      throws SQLException {
    if (!performer.isEmpty()) {
      SentStatement told = sent.get();
      for (Performer each : performer.all()) {
        if (each.performed(where, statement, told)) {
          return true;
        }
      }
    }
    return false;
  }

  int[] executed(Connection where, PreparedStatement statement, Supplier<SentStatement> sent)
      throws SQLException {
    if (!batchPerformer.isEmpty()) {
      SentStatement told = sent.get();
      for (BatchPerformer each : batchPerformer.all()) {
        int[] counts = each.performed(where, statement, told);
        if (counts != null) {
          return counts;
        }
      }
    }
    return statement.executeBatch();
  }

  /** What is asked before values are bound, or null if nobody wants to be. */
  @Nullable ParameterBinder parameterBinder() {
    return parameterBinder.isEmpty() ? null : this::bound;
  }

  private boolean bound(
      PreparedStatement statement, int index, SqlType<?> type, @Nullable Object value)
      throws SQLException {
    for (ParameterBinder each : parameterBinder.all()) {
      if (each.bound(statement, index, type, value)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Registers for statements about to be executed, to put others in their place.
   *
   * @param rewriter what is called
   * @return removes the listener
   */
  public ListenerHandle rewriteStatement(StatementRewriter rewriter) {
    return rewriteStatement.add(rewriter);
  }

  /**
   * Registers for SQL about to be sent, that of the ORM included, to put other SQL in its place.
   *
   * @param rewriter what is called
   * @return removes the listener
   */
  public ListenerHandle rewriteSql(SqlRewriter rewriter) {
    return rewriteSql.add(rewriter);
  }

  /**
   * Registers for connections given to the application by {@link Engine#connect()}.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle onConnection(ConnectionListener listener) {
    return connection.add(listener);
  }

  /**
   * Registers for options given to connections.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle onConnectionOptions(OptionsListener listener) {
    return connectionOptions.add(listener);
  }

  /**
   * Registers for options given to this engine and its siblings.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle onEngineOptions(EngineOptionsListener listener) {
    return engineOptions.add(listener);
  }

  /**
   * Registers for the disposal of the engine's pool.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle onDispose(DisposeListener listener) {
    return disposed.add(listener);
  }

  /**
   * The events of the pool, which siblings share.
   *
   * @return where its listeners are registered
   */
  public PoolEvents pool() {
    return pool;
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

  Written rewritten(Connection connection, Written written) {
    Written[] now = {written};
    rewriteStatement.tell(rewriter -> now[0] = ArgumentException.requireNonNull(
        rewriter.rewritten(connection, now[0]), "what a listener of rewriteStatement gives"));
    return now[0];
  }

  String rewritten(Connection connection, String sql) {
    if (rewriteSql.isEmpty()) {
      return sql;
    }
    String[] now = {sql};
    rewriteSql.tell(rewriter -> now[0] = ArgumentException.requireNonNull(
        rewriter.rewritten(connection, now[0]), "what a listener of rewriteSql gives"));
    return now[0];
  }
}
