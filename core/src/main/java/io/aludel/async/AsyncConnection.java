package io.aludel.async;

import io.aludel.ArgumentException;
import io.aludel.engine.Connection;
import io.aludel.engine.DatabaseException;
import io.aludel.engine.Engine;
import io.aludel.engine.ExecutionOptions;
import io.aludel.engine.IsolationLevel;
import io.aludel.engine.Result;
import io.aludel.engine.Transaction;
import io.aludel.engine.TransactionStateException;
import io.aludel.reflection.Catalog;
import io.aludel.reflection.CatalogQuery;
import io.aludel.schema.DdlElement;
import io.aludel.schema.DdlRunner;
import io.aludel.sql.Executable;
import io.aludel.sql.Row;
import io.aludel.sql.RowStatement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One conversation with the database for callers that must not wait. Each method does what that of {@link
 * Connection} does, and fails its stage with what that throws. Calls run one after the other, in the order
 * in which they were made, by whatever thread; nobody needs to wait for one before making the next. Must be
 * closed.
 */
public final class AsyncConnection {
  private final Connection connection;
  private final Lane lane;

  AsyncConnection(Connection connection, Lane lane) {
    this.connection = connection;
    this.lane = lane;
  }

  /**
   * The asynchronous face of a connection. For the ORM and other layers.
   *
   * @param connection the connection, which nobody may use outside the lane from now on
   * @param lane where its calls run; closed with it
   * @return its face
   */
  public static AsyncConnection on(Connection connection, Lane lane) {
    return new AsyncConnection(
        ArgumentException.requireNonNull(connection, "the connection to work on"),
        ArgumentException.requireNonNull(lane, "the lane of a connection"));
  }

  /**
   * Does blocking work with the connection, in order with the other calls.
   *
   * @param work what to do
   * @param <R> the type of its result
   * @return its result
   */
  public <R extends @Nullable Object> CompletionStage<R> call(
      Function<? super Connection, ? extends R> work) {
    ArgumentException.requireNonNull(work, "the work with a connection");
    return lane.call(() -> work.apply(connection));
  }

  private <T extends @Nullable Object> CompletionStage<AsyncResult<T>> results(
      Supplier<Result<T>> work) {
    return lane.<AsyncResult<T>>call(() -> AsyncResult.over(work.get(), lane), AsyncResult::close);
  }

  /**
   * Executes a statement. Begins a transaction if there is none.
   *
   * @param statement the statement
   * @return its rows, fetched as they are asked for
   * @throws DatabaseException in the stage, if the database fails
   */
  public CompletionStage<AsyncResult<Row>> execute(Executable statement) {
    return results(() -> connection.execute(statement));
  }

  /**
   * Executes a statement with named parameters.
   *
   * @param statement the statement
   * @param parameters values by name
   * @return its rows, fetched as they are asked for
   * @throws DatabaseException in the stage, if the database fails
   */
  public CompletionStage<AsyncResult<Row>> execute(
      Executable statement, Map<String, ? extends @Nullable Object> parameters) {
    return results(() -> connection.execute(statement, parameters));
  }

  /**
   * Executes a statement once for each map of named parameters, as a batch.
   *
   * @param statement the statement
   * @param rows values by name, one map for each execution
   * @return the rows that an INSERT with RETURNING gives, or the number of rows touched
   * @throws DatabaseException in the stage, if the database fails
   */
  public CompletionStage<AsyncResult<Row>> execute(
      Executable statement, List<? extends Map<String, ? extends @Nullable Object>> rows) {
    return results(() -> connection.execute(statement, rows));
  }

  /**
   * Executes a statement in a way of its own.
   *
   * @param statement the statement
   * @param parameters values by name
   * @param how options that go before those of the statement, this connection and the engine
   * @return its rows, fetched as they are asked for
   * @throws DatabaseException in the stage, if the database fails
   */
  public CompletionStage<AsyncResult<Row>> execute(
      Executable statement,
      Map<String, ? extends @Nullable Object> parameters,
      ExecutionOptions how) {
    return results(() -> connection.execute(statement, parameters, how));
  }

  /**
   * Executes a statement once for each map of named parameters, in a way of its own.
   *
   * @param statement the statement
   * @param rows values by name, one map for each execution
   * @param how options that go before those of the statement, this connection and the engine
   * @return the rows that an INSERT with RETURNING gives, or the number of rows touched
   * @throws DatabaseException in the stage, if the database fails
   */
  public CompletionStage<AsyncResult<Row>> execute(
      Executable statement,
      List<? extends Map<String, ? extends @Nullable Object>> rows,
      ExecutionOptions how) {
    return results(() -> connection.execute(statement, rows, how));
  }

  /**
   * Executes DDL.
   *
   * @param element what to create, alter or drop
   * @return done when it is executed
   * @throws DatabaseException in the stage, if the database fails
   */
  public CompletionStage<@Nullable Void> execute(DdlElement element) {
    return lane.run(() -> connection.execute(element));
  }

  /**
   * Executes a statement for the first value of each row.
   *
   * @param statement the statement
   * @param <T> the type of its first value
   * @return the values, fetched as they are asked for
   * @throws DatabaseException in the stage, if the database fails
   */
  public <T> CompletionStage<AsyncResult<T>> scalars(RowStatement<T> statement) {
    return results(() -> connection.scalars(statement));
  }

  /**
   * Executes a statement with named parameters for the first value of each row.
   *
   * @param statement the statement
   * @param parameters values by name
   * @param <T> the type of its first value
   * @return the values, fetched as they are asked for
   * @throws DatabaseException in the stage, if the database fails
   */
  public <T> CompletionStage<AsyncResult<T>> scalars(
      RowStatement<T> statement, Map<String, ? extends @Nullable Object> parameters) {
    return results(() -> connection.scalars(statement, parameters));
  }

  /**
   * Executes a statement for the first value of the first row.
   *
   * @param statement the statement
   * @param <T> the type of its first value
   * @return the value, or null if it is NULL or there is no row
   * @throws DatabaseException in the stage, if the database fails
   */
  public <T> CompletionStage<@Nullable T> scalar(RowStatement<T> statement) {
    return lane.<@Nullable T>call(() -> connection.scalar(statement));
  }

  /**
   * The rows of a statement, which is executed once a subscriber has come, and fetched from the server in
   * portions where the driver can. {@link AsyncResult#publisher} tells how they arrive.
   *
   * @param statement the statement
   * @return the rows, for one subscriber
   */
  public Flow.Publisher<Row> stream(Executable statement) {
    ArgumentException.requireNonNull(statement, "the statement to execute");
    return new StatementPublisher<>(
        () -> execute(statement, Map.of(), ExecutionOptions.NONE.streamResults(true)));
  }

  /**
   * The first value of each row of a statement, as {@link #stream} gives the rows.
   *
   * @param statement the statement
   * @param <T> the type of its first value
   * @return the values, for one subscriber
   */
  public <T> Flow.Publisher<T> streamScalars(RowStatement<T> statement) {
    ArgumentException.requireNonNull(statement, "the statement to execute");
    return new StatementPublisher<>(() -> results(() -> firstValues(
        connection.execute(statement, Map.of(), ExecutionOptions.NONE.streamResults(true)))));
  }

  @SuppressWarnings("unchecked") // the statement says of which type its first values are
  private static <T> Result<T> firstValues(Result<Row> rows) {
    return (Result<T>) (Result<?>) rows.scalars();
  }

  /**
   * Sends SQL to the driver as it is, without parameters.
   *
   * @param sql the SQL
   * @return its rows as the driver describes them, or the number of rows touched
   * @throws DatabaseException in the stage, if the database fails
   */
  public CompletionStage<AsyncResult<Row>> driverSql(String sql) {
    return results(() -> connection.driverSql(sql));
  }

  /**
   * Sends SQL with question marks to the driver as it is, and values as the driver takes them.
   *
   * @param sql the SQL
   * @param rows the values of the question marks; of several rows, a batch is made
   * @return its rows as the driver describes them, or the number of rows touched
   * @throws DatabaseException in the stage, if the database fails
   */
  public CompletionStage<AsyncResult<Row>> driverSql(
      String sql, List<? extends List<? extends @Nullable Object>> rows) {
    return results(() -> connection.driverSql(sql, rows));
  }

  /**
   * Does work with the catalogue.
   *
   * @param work what to do, within the call
   * @param <R> the type of its result
   * @return its result
   */
  public <R> CompletionStage<R> withCatalog(BiFunction<Catalog, CatalogQuery, R> work) {
    return lane.call(() -> connection.withCatalog(work));
  }

  /**
   * Runs DDL.
   *
   * @param work what to do, within the call
   * @return done when it is done
   */
  public CompletionStage<@Nullable Void> withDdl(Consumer<DdlRunner> work) {
    return lane.run(() -> connection.withDdl(work));
  }

  private CompletionStage<AsyncTransaction> transactions(Supplier<Transaction> work) {
    return lane.<AsyncTransaction>call(
        () -> new AsyncTransaction(work.get(), lane), AsyncTransaction::close);
  }

  /**
   * Begins a transaction.
   *
   * @return the transaction
   * @throws TransactionStateException in the stage, if one is in progress
   */
  public CompletionStage<AsyncTransaction> begin() {
    return transactions(connection::begin);
  }

  /**
   * Begins a transaction of two phases.
   *
   * @param id the name of the transaction, unique on the server
   * @return the transaction
   * @throws TransactionStateException in the stage, if one is in progress
   */
  public CompletionStage<AsyncTransaction> beginTwoPhase(String id) {
    return transactions(() -> connection.beginTwoPhase(id));
  }

  /**
   * The transactions that were prepared and neither committed nor rolled back.
   *
   * @return their names
   */
  public CompletionStage<List<String>> preparedTransactions() {
    return lane.call(connection::preparedTransactions);
  }

  /**
   * Commits a transaction that was prepared.
   *
   * @param id its name
   * @return done when it is committed
   */
  public CompletionStage<@Nullable Void> commitPrepared(String id) {
    return lane.run(() -> connection.commitPrepared(id));
  }

  /**
   * Rolls a transaction back that was prepared.
   *
   * @param id its name
   * @return done when it is rolled back
   */
  public CompletionStage<@Nullable Void> rollbackPrepared(String id) {
    return lane.run(() -> connection.rollbackPrepared(id));
  }

  /**
   * Sets a savepoint. Begins a transaction if there is none. Emits SAVEPOINT.
   *
   * @return the savepoint
   */
  public CompletionStage<AsyncTransaction> beginNested() {
    return transactions(connection::beginNested);
  }

  /**
   * Commits the transaction, savepoints included. Does nothing without a transaction.
   *
   * @return done when it is committed
   * @throws DatabaseException in the stage, if the database refuses
   */
  public CompletionStage<@Nullable Void> commit() {
    return lane.run(connection::commit);
  }

  /**
   * Rolls the transaction back, savepoints included. Does nothing without a transaction.
   *
   * @return done when it is rolled back
   */
  public CompletionStage<@Nullable Void> rollback() {
    return lane.run(connection::rollback);
  }

  /**
   * The transaction in progress.
   *
   * @return the transaction, or null
   */
  public CompletionStage<@Nullable AsyncTransaction> transaction() {
    return lane.<@Nullable AsyncTransaction>call(() -> shown(connection.transaction()));
  }

  /**
   * The innermost savepoint in progress.
   *
   * @return the savepoint, or null
   */
  public CompletionStage<@Nullable AsyncTransaction> nestedTransaction() {
    return lane.<@Nullable AsyncTransaction>call(() -> shown(connection.nestedTransaction()));
  }

  private @Nullable AsyncTransaction shown(@Nullable Transaction known) {
    return known == null ? null : new AsyncTransaction(known, lane);
  }

  /**
   * The isolation level of this connection.
   *
   * @return the level
   */
  public CompletionStage<IsolationLevel> isolation() {
    return lane.call(() -> connection.isolation());
  }

  /**
   * Chooses the isolation level of this connection, until it is closed.
   *
   * @param level the level
   * @return done when it is chosen
   * @throws TransactionStateException in the stage, if a transaction is in progress
   */
  public CompletionStage<@Nullable Void> isolation(IsolationLevel level) {
    return lane.run(() -> connection.isolation(level));
  }

  /**
   * The isolation level that the database gives those who ask for none.
   *
   * @return the level
   */
  public CompletionStage<IsolationLevel> defaultIsolation() {
    return lane.call(connection::defaultIsolation);
  }

  /**
   * How statements run on this connection unless they or a call say otherwise.
   *
   * @return the options, when the calls made before have run
   */
  public CompletionStage<ExecutionOptions> options() {
    return lane.call(() -> connection.options());
  }

  /**
   * Changes how statements run on this connection, until it is closed.
   *
   * @param more the options, which go before those said so far
   * @return this, when they are changed
   */
  public CompletionStage<AsyncConnection> options(ExecutionOptions more) {
    return lane.call(() -> {
      connection.options(more);
      return this;
    });
  }

  /**
   * Gives the driver's connection up as broken.
   *
   * @return done when it is given up
   */
  public CompletionStage<@Nullable Void> invalidate() {
    return lane.run(connection::invalidate);
  }

  /**
   * Has the driver's connection replaced once this is closed.
   *
   * @return done when that is noted
   */
  public CompletionStage<@Nullable Void> invalidateOnReturn() {
    return lane.run(connection::invalidateOnReturn);
  }

  /**
   * Takes the driver's connection out of the pool for good.
   *
   * @return done when it is taken out
   */
  public CompletionStage<@Nullable Void> detach() {
    return lane.run(connection::detach);
  }

  /**
   * Whether the driver's connection was given up and no other has taken its place yet.
   *
   * @return whether it was, when the calls made before have run
   */
  public CompletionStage<Boolean> isInvalidated() {
    return lane.call(connection::isInvalidated);
  }

  /**
   * The blocking engine beneath.
   *
   * @return the engine
   */
  public Engine engine() {
    return connection.engine();
  }

  /**
   * Whether this was closed.
   *
   * @return whether it was, when the calls made before have run
   */
  public CompletionStage<Boolean> isClosed() {
    return lane.isClosed()
        ? CompletableFuture.completedFuture(true)
        : lane.call(connection::isClosed);
  }

  /**
   * Waits for the calls made before, rolls back what was not committed, closes open results, and returns to
   * the pool. Refuses further calls at once.
   *
   * @return done when the pool has the connection back
   */
  public CompletionStage<@Nullable Void> close() {
    return lane.close(connection::close);
  }
}
