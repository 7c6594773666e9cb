package io.aludel.engine;

import io.aludel.ArgumentException;
import io.aludel.dialect.CompileOptions;
import io.aludel.engine.internal.EngineCounters;
import io.aludel.engine.internal.PhysicalConnection;
import io.aludel.engine.internal.StatementLog;
import io.aludel.engine.internal.UseGuard;
import io.aludel.reflection.Catalog;
import io.aludel.reflection.CatalogQuery;
import io.aludel.reflection.Inspectable;
import io.aludel.schema.DdlElement;
import io.aludel.schema.DdlRunner;
import io.aludel.schema.DdlTarget;
import io.aludel.sql.Executable;
import io.aludel.sql.Row;
import io.aludel.sql.RowStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One conversation with the database. The first statement begins a transaction; {@link #commit()} or
 * {@link #rollback()} ends it, and closing without a commit rolls back (parity row ORM-ENG-07). After a
 * lost connection everything is refused until the transaction is rolled back; then another connection is
 * taken from the pool. Belongs to one thread at a time, and says so when two use it at once.
 */
public final class Connection implements DdlTarget, Inspectable, AutoCloseable {
  private final Engine engine;
  private final UseGuard guard = new UseGuard("connection");
  private final TransactionStack transactions = new TransactionStack(this);
  private final StatementRunner runner = new StatementRunner(this);
  private final StatementExecution execution = new StatementExecution(this, CompileOptions.NONE);
  private final List<RowCursor> open = new ArrayList<>();
  private @Nullable PhysicalConnection physical;
  private @Nullable Integer levelBefore;
  private boolean autoCommit;
  private boolean closed;

  Connection(Engine engine, PhysicalConnection physical) {
    this.engine = engine;
    this.physical = physical;
    if (engine.options().login().isolation() == IsolationLevel.AUTOCOMMIT) {
      isolation(IsolationLevel.AUTOCOMMIT);
    }
  }

  /**
   * Executes a statement. Begins a transaction if there is none.
   *
   * @param statement the statement
   * @return its rows, fetched as they are asked for; those of INSERT, UPDATE and DELETE are fetched
   * @throws DatabaseException if the database fails
   * @throws ArgumentException if a parameter of the statement has no value
   * @throws ResourceClosedException if this is closed
   * @throws PendingRollbackException if the transaction has failed and must be rolled back
   */
  public Result<Row> execute(Executable statement) {
    return execute(statement, Map.of());
  }

  /**
   * Executes a statement with named parameters. An INSERT without values takes them as the values of the
   * columns of these names.
   *
   * @param statement the statement
   * @param parameters values by name
   * @return its rows; see {@link #execute(Executable)}
   * @throws DatabaseException if the database fails
   * @throws ArgumentException if a parameter has no value, or the statement has no such parameter
   */
  public Result<Row> execute(
      Executable statement, Map<String, ? extends @Nullable Object> parameters) {
    return execution.execute(
        ArgumentException.requireNonNull(statement, "the statement to execute"),
        ArgumentException.requireNonNull(parameters, "the parameters of a statement"));
  }

  /**
   * Executes a statement once for each map of named parameters, as a batch. An INSERT without values
   * takes them as the values of the columns that the first map names; all maps must have the same names.
   *
   * @param statement the statement; one that gives rows must be an INSERT
   * @param rows values by name, one map for each execution
   * @return the rows that an INSERT with RETURNING gives, in the order of {@code rows}; otherwise the
   *     number of rows touched, -1 where the driver does not tell
   * @throws DatabaseException if the database fails
   * @throws ArgumentException if there is no map, a parameter has no value, or the statement has no such
   *     parameter
   */
  public Result<Row> execute(
      Executable statement, List<? extends Map<String, ? extends @Nullable Object>> rows) {
    return execution.executeEach(
        ArgumentException.requireNonNull(statement, "the statement to execute"),
        ArgumentException.requireNonNull(rows, "the parameters of a statement"));
  }

  /**
   * Executes a statement whose references look something up, such as mapped classes. For the ORM and
   * other layers.
   *
   * @param statement the statement
   * @param parameters values by name
   * @param shapedBy what references look up
   * @return its rows; see {@link #execute(Executable)}
   * @throws DatabaseException if the database fails
   * @throws ArgumentException if a parameter has no value, or the statement has no such parameter
   */
  public Result<Row> execute(
      Executable statement,
      Map<String, ? extends @Nullable Object> parameters,
      CompileOptions shapedBy) {
    return new StatementExecution(this, shapedBy).execute(statement, parameters);
  }

  /**
   * Executes a statement whose references look something up once for each map of named parameters. For
   * the ORM and other layers.
   *
   * @param statement the statement; one that gives rows must be an INSERT
   * @param rows values by name, one map for each execution
   * @param shapedBy what references look up
   * @return see {@link #execute(Executable, List)}
   * @throws DatabaseException if the database fails
   * @throws ArgumentException if there is no map, a parameter has no value, or the statement has no such
   *     parameter
   */
  public Result<Row> execute(
      Executable statement,
      List<? extends Map<String, ? extends @Nullable Object>> rows,
      CompileOptions shapedBy) {
    return new StatementExecution(this, shapedBy).executeEach(statement, rows);
  }

  /**
   * Executes a statement for the first value of each row.
   *
   * @param statement the statement
   * @param <T> the type of its first value
   * @return the values
   * @throws DatabaseException if the database fails
   */
  public <T> Result<T> scalars(RowStatement<T> statement) {
    return execution.scalars(
        ArgumentException.requireNonNull(statement, "the statement to execute"), Map.of());
  }

  /**
   * Executes a statement with named parameters for the first value of each row.
   *
   * @param statement the statement
   * @param parameters values by name
   * @param <T> the type of its first value
   * @return the values
   * @throws DatabaseException if the database fails
   * @throws ArgumentException if a parameter has no value, or the statement has no such parameter
   */
  public <T> Result<T> scalars(
      RowStatement<T> statement, Map<String, ? extends @Nullable Object> parameters) {
    return execution.scalars(
        ArgumentException.requireNonNull(statement, "the statement to execute"),
        ArgumentException.requireNonNull(parameters, "the parameters of a statement"));
  }

  /**
   * Executes a statement for the first value of the first row.
   *
   * @param statement the statement
   * @param <T> the type of its first value
   * @return the value, or null if it is NULL or there is no row
   * @throws DatabaseException if the database fails
   */
  public <T> @Nullable T scalar(RowStatement<T> statement) {
    return scalars(statement).first();
  }

  /**
   * Executes DDL.
   *
   * @param element what to create, alter or drop
   * @throws DatabaseException if the database fails
   */
  public void execute(DdlElement element) {
    String sql = engine
        .dialect()
        .ddl()
        .compile(ArgumentException.requireNonNull(element, "the DDL element"));
    enter();
    try {
      transactions.beforeStatement();
      EngineEvents.SentStatement sent =
          new EngineEvents.SentStatement(sql, List.of(List.of()), false);
      log().statement(sql, sent.parameters());
      events().beforeCursorExecute.tell(listener -> listener.executed(this, sent));
      try (Statement statement = jdbc().createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw failed(sql, e);
      }
      counters().executions.increment();
      events().afterCursorExecute.tell(listener -> listener.executed(this, sent));
    } finally {
      exit();
    }
  }

  @Override
  public <R> R withCatalog(BiFunction<Catalog, CatalogQuery, R> work) {
    ArgumentException.requireNonNull(work, "the work with a catalogue");
    return work.apply(engine.dialect().catalog(), new ConnectionQuery(this));
  }

  @Override
  public void withDdl(Consumer<DdlRunner> work) {
    ArgumentException.requireNonNull(work, "the work of DDL");
    work.accept(new ConnectionDdl(this));
  }

  /**
   * Begins a transaction.
   *
   * @return the transaction, to be committed, or closed for a rollback
   * @throws TransactionStateException if one is in progress, begun here or by the first statement
   */
  public Transaction begin() {
    enter();
    try {
      return transactions.begin();
    } finally {
      exit();
    }
  }

  /**
   * Sets a savepoint. Begins a transaction if there is none. Emits SAVEPOINT.
   *
   * @return the savepoint, to be committed, or closed for a rollback to it
   * @throws DatabaseException if the database fails
   */
  public Transaction beginNested() {
    enter();
    try {
      return transactions.beginNested();
    } finally {
      exit();
    }
  }

  /**
   * Commits the transaction, savepoints included. Emits COMMIT. Does nothing without a transaction.
   *
   * @throws DatabaseException if the database refuses; the transaction must then be rolled back
   */
  public void commit() {
    enter();
    try {
      Transaction root = transactions.root();
      if (root != null) {
        transactions.commit(root);
      }
    } finally {
      exit();
    }
  }

  /**
   * Rolls the transaction back, savepoints included. Emits ROLLBACK. Does nothing without a transaction.
   *
   * @throws DatabaseException if the database fails
   */
  public void rollback() {
    enter();
    try {
      Transaction root = transactions.root();
      if (root != null) {
        transactions.rollback(root);
      }
    } finally {
      exit();
    }
  }

  /**
   * The transaction in progress.
   *
   * @return the transaction, or null
   */
  public @Nullable Transaction transaction() {
    return transactions.root();
  }

  /**
   * The innermost savepoint in progress.
   *
   * @return the savepoint, or null
   */
  public @Nullable Transaction nestedTransaction() {
    return transactions.innermostSavepoint();
  }

  /** Runs work in a transaction that ends with it. */
  <R> R block(Function<? super Connection, R> work) {
    Transaction transaction = begin();
    transactions.confine(true);
    try {
      R result = work.apply(this);
      if (transaction.state() == Transaction.State.ACTIVE) {
        transaction.commit();
      }
      return result;
    } catch (RuntimeException | Error e) {
      rollBackAfter(transaction, e);
      throw e;
    } finally {
      transactions.confine(false);
    }
  }

  private static void rollBackAfter(Transaction transaction, Throwable first) {
    try {
      transaction.rollback();
    } catch (RuntimeException e) {
      first.addSuppressed(e);
    }
  }

  /**
   * The isolation level of this connection.
   *
   * @return the level
   * @throws DatabaseException if the driver does not tell
   */
  public IsolationLevel isolation() {
    try {
      return autoCommit
          ? IsolationLevel.AUTOCOMMIT
          : IsolationLevel.of(jdbc().getTransactionIsolation());
    } catch (SQLException e) {
      throw failed("the isolation level", e);
    }
  }

  /**
   * Chooses the isolation level of this connection, until it is closed.
   *
   * @param level the level
   * @throws TransactionStateException if a transaction is in progress
   * @throws DatabaseException if the database does not have this level
   */
  public void isolation(IsolationLevel level) {
    ArgumentException.requireNonNull(level, "an isolation level");
    enter();
    try {
      if (transactions.root() != null) {
        throw new TransactionStateException(
            "The isolation level cannot be changed to " + level + ": a transaction is in progress."
                + " Choose the level before the first statement, or commit first.");
      }
      boolean auto = level == IsolationLevel.AUTOCOMMIT;
      if (!auto) {
        if (levelBefore == null) {
          levelBefore = jdbc().getTransactionIsolation();
        }
        jdbc().setTransactionIsolation(level.jdbc());
      }
      jdbc().setAutoCommit(auto);
      autoCommit = auto;
    } catch (SQLException e) {
      throw failed("the isolation level " + level, e);
    } finally {
      exit();
    }
  }

  /**
   * Gives the driver's connection up as broken, and sees to it that none opened earlier is used again. The
   * transaction is lost and must be rolled back; then another connection is taken from the pool.
   */
  public void invalidate() {
    PhysicalConnection lost = physical;
    physical = null;
    if (lost != null) {
      new ArrayList<>(open).forEach(RowCursor::close);
      transactions.lost();
      autoCommit = false;
      levelBefore = null;
      counters().openConnections.decrement();
      lost.discardWithAllOlder();
    }
  }

  /**
   * Whether the driver's connection was given up and no other has taken its place yet.
   *
   * @return true after a lost connection
   */
  public boolean isInvalidated() {
    return physical == null && !closed;
  }

  /**
   * The engine this came from.
   *
   * @return the engine
   */
  public Engine engine() {
    return engine;
  }

  /**
   * What runs compiled statements on this connection. For the ORM and other layers.
   *
   * @return the runner
   */
  public StatementRunner runner() {
    return runner;
  }

  /**
   * The driver's connection, for what only the driver can do. Its transaction must not be ended, and its
   * settings must be put back.
   *
   * @return the JDBC connection
   */
  public java.sql.Connection jdbc() {
    return physical().jdbc();
  }

  /**
   * Whether this was closed.
   *
   * @return true after {@link #close()}
   */
  public boolean isClosed() {
    return closed;
  }

  /** Rolls back what was not committed, closes open results, and returns to the pool. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    guard.enter();
    try {
      new ArrayList<>(open).forEach(RowCursor::close);
      rollBackForClose();
    } finally {
      closed = true;
      giveBack();
      guard.exit();
    }
  }

  private void rollBackForClose() {
    Transaction root = transactions.root();
    if (root == null) {
      return;
    }
    try {
      transactions.rollback(root);
    } catch (DatabaseException e) {
      log().trouble("A connection could not be rolled back and is not used again.", e);
      invalidate();
    }
  }

  private void giveBack() {
    PhysicalConnection returned = physical;
    physical = null;
    if (returned == null) {
      return;
    }
    counters().openConnections.decrement();
    events().checkin.tell(listener -> listener.happened(returned.jdbc()));
    try {
      if (autoCommit) {
        returned.jdbc().setAutoCommit(false);
      }
      if (levelBefore != null) {
        returned.jdbc().setTransactionIsolation(levelBefore);
      }
      returned.giveBack();
    } catch (SQLException e) {
      log().trouble("A connection could not be put back as it was and is not used again.", e);
      returned.discardWithAllOlder();
    }
  }

  void enter() {
    if (closed) {
      throw new ResourceClosedException(
          "Nothing can be done with this connection: it is closed. Take another one from the engine.");
    }
    guard.enter();
  }

  void exit() {
    guard.exit();
  }

  void beforeStatement() {
    transactions.beforeStatement();
  }

  PhysicalConnection physical() {
    if (closed) {
      throw new ResourceClosedException(
          "Nothing can be done with this connection: it is closed. Take another one from the engine.");
    }
    PhysicalConnection present = physical;
    if (present == null) {
      present = engine.take();
      physical = present;
    }
    return present;
  }

  void commitJdbc() throws SQLException {
    if (!autoCommit) {
      jdbc().commit();
    }
  }

  void rollbackJdbc() throws SQLException {
    if (!autoCommit && physical != null) {
      jdbc().rollback();
    }
  }

  void release(PhysicalConnection.KeptStatement statement) throws SQLException {
    physical().release(statement);
  }

  void drop(PhysicalConnection.@Nullable KeptStatement statement) {
    PhysicalConnection present = physical;
    if (statement != null && present != null) {
      present.drop(statement);
    }
  }

  void opened(RowCursor cursor) {
    open.add(cursor);
    counters().openResults.increment();
    events().resultOpened.tell(listener -> listener.happened(this, cursor.sql()));
  }

  void closed(RowCursor cursor) {
    open.remove(cursor);
    counters().openResults.decrement();
    events().resultClosed.tell(listener -> listener.happened(this, cursor.sql()));
  }

  RuntimeException failed(String sql, SQLException cause) {
    return failed(log().failed(sql, List.of()), cause);
  }

  RuntimeException failed(FailedStatement statement, SQLException cause) {
    DatabaseException failure = engine.failures().translate(statement, cause);
    if (failure.connectionInvalidated()) {
      invalidate();
    }
    RuntimeException[] chosen = {failure};
    events().error.tell(listener -> {
      RuntimeException other = listener.happened(failure);
      chosen[0] = other == null ? chosen[0] : other;
    });
    return chosen[0];
  }

  EngineEvents events() {
    return engine.events();
  }

  EngineCounters counters() {
    return engine.counters();
  }

  StatementLog log() {
    return engine.log();
  }
}
