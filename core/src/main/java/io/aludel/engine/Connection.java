package io.aludel.engine;

import io.aludel.ArgumentException;
import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.SchemaTranslation;
import io.aludel.engine.internal.PhysicalConnection;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final Conversation conversation;
  private final TransactionStack transactions;
  private final StatementExecution execution;
  private final Map<String, Object> info = new HashMap<>();
  private StatementRunner runner;
  private ExecutionOptions options;

  Connection(Engine engine) {
    this.engine = engine;
    this.options = engine.options();
    this.conversation = new Conversation(this, engine);
    this.transactions = conversation.transactions();
    this.runner = new StatementRunner(conversation, options);
    this.execution = new StatementExecution(this, CompileOptions.NONE, ExecutionOptions.NONE);
    IsolationLevel level = options.isolation();
    if (level == null && engine.core().options().login().isolation() == IsolationLevel.AUTOCOMMIT) {
      level = IsolationLevel.AUTOCOMMIT;
    }
    if (level != null) {
      begunWith(level);
    }
  }

  private void begunWith(IsolationLevel level) {
    try {
      isolation(level);
    } catch (RuntimeException e) {
      close();
      throw e;
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
    return new StatementExecution(this, shapedBy, ExecutionOptions.NONE)
        .execute(statement, parameters);
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
    return new StatementExecution(this, shapedBy, ExecutionOptions.NONE)
        .executeEach(statement, rows);
  }

  /**
   * Executes a statement in a way of its own.
   *
   * @param statement the statement
   * @param parameters values by name
   * @param how options that go before those of the statement, this connection and the engine
   * @return its rows; see {@link #execute(Executable)}
   * @throws DatabaseException if the database fails
   * @throws ArgumentException if a parameter has no value, or the statement has no such parameter
   */
  public Result<Row> execute(
      Executable statement,
      Map<String, ? extends @Nullable Object> parameters,
      ExecutionOptions how) {
    return execution(how)
        .execute(
            ArgumentException.requireNonNull(statement, "the statement to execute"),
            ArgumentException.requireNonNull(parameters, "the parameters of a statement"));
  }

  /**
   * Executes a statement once for each map of named parameters, in a way of its own.
   *
   * @param statement the statement; one that gives rows must be an INSERT
   * @param rows values by name, one map for each execution
   * @param how options that go before those of the statement, this connection and the engine
   * @return see {@link #execute(Executable, List)}
   * @throws DatabaseException if the database fails
   * @throws ArgumentException if there is no map, a parameter has no value, or the statement has no such
   *     parameter
   */
  public Result<Row> execute(
      Executable statement,
      List<? extends Map<String, ? extends @Nullable Object>> rows,
      ExecutionOptions how) {
    return execution(how)
        .executeEach(
            ArgumentException.requireNonNull(statement, "the statement to execute"),
            ArgumentException.requireNonNull(rows, "the parameters of a statement"));
  }

  private StatementExecution execution(ExecutionOptions how) {
    return new StatementExecution(
        this,
        CompileOptions.NONE,
        ArgumentException.requireNonNull(how, "the options of an execution"));
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
        .ddl(SchemaTranslation.added(CompileOptions.NONE, options.schemas()))
        .compile(ArgumentException.requireNonNull(element, "the DDL element"));
    driverSql(sql);
  }

  /**
   * Sends SQL to the driver as it is, without parameters: nothing in it is looked at or replaced.
   * Begins a transaction if there is none.
   *
   * @param sql the SQL
   * @return its rows as the driver describes them, or the number of rows touched
   * @throws DatabaseException if the database fails
   */
  public Result<Row> driverSql(String sql) {
    return new DriverSql(conversation, options)
        .run(ArgumentException.requireText(sql, "the SQL to execute"));
  }

  /**
   * Sends SQL with question marks to the driver as it is, and values as the driver takes them: no type
   * of ours converts them. Begins a transaction if there is none.
   *
   * @param sql the SQL
   * @param rows the values of the question marks; of several rows, a batch is made
   * @return its rows as the driver describes them, or the number of rows touched
   * @throws DatabaseException if the database fails
   * @throws ArgumentException if there is no row
   */
  public Result<Row> driverSql(String sql, List<? extends List<? extends @Nullable Object>> rows) {
    return new DriverSql(conversation, options)
        .run(
            ArgumentException.requireText(sql, "the SQL to execute"),
            ArgumentException.requireNonNull(rows, "the parameters of a statement"));
  }

  @Override
  public <R> R withCatalog(BiFunction<Catalog, CatalogQuery, R> work) {
    ArgumentException.requireNonNull(work, "the work with a catalogue");
    return work.apply(engine.dialect().catalog(), new ConnectionQuery(conversation));
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
    return conversation.alone(transactions::begin);
  }

  /**
   * Begins a transaction of two phases: it can be prepared, after which the database promises that it can
   * be committed, even by another connection and after a crash. Committing without preparing does both.
   *
   * @param id the name of the transaction, unique on the server
   * @return the transaction, to be prepared and committed, or closed for a rollback
   * @throws TransactionStateException if a transaction is in progress
   * @throws ArgumentException if the name is longer than the database takes
   * @throws io.aludel.InvalidRequestException if the database has no such transactions
   * @throws DatabaseException if the database fails
   */
  public Transaction beginTwoPhase(String id) {
    ArgumentException.requireText(id, "the name of a transaction");
    return conversation.alone(() -> transactions.beginTwoPhase(id));
  }

  /**
   * The transactions that were prepared, here or elsewhere, and neither committed nor rolled back.
   * Emits a query outside any transaction.
   *
   * @return their names
   * @throws TransactionStateException if a transaction is in progress
   * @throws io.aludel.InvalidRequestException if the database has no such transactions
   * @throws DatabaseException if the database fails
   */
  public List<String> preparedTransactions() {
    return conversation.alone(transactions::prepared);
  }

  /**
   * Commits a transaction that was prepared, here or elsewhere. MySQL and MariaDB give it to another
   * connection only once that which prepared it has gone, and the server has noticed.
   *
   * @param id its name
   * @throws TransactionStateException if a transaction is in progress
   * @throws io.aludel.InvalidRequestException if the database has no such transactions
   * @throws DatabaseException if there is no such transaction, or the database fails
   */
  public void commitPrepared(String id) {
    endPrepared(id, EngineEvents.TwoPhaseStep.COMMIT);
  }

  /**
   * Rolls a transaction back that was prepared, here or elsewhere; see {@link #commitPrepared}.
   *
   * @param id its name
   * @throws TransactionStateException if a transaction is in progress
   * @throws io.aludel.InvalidRequestException if the database has no such transactions
   * @throws DatabaseException if there is no such transaction, or the database fails
   */
  public void rollbackPrepared(String id) {
    endPrepared(id, EngineEvents.TwoPhaseStep.ROLLBACK);
  }

  private void endPrepared(String id, EngineEvents.TwoPhaseStep step) {
    ArgumentException.requireText(id, "the name of a transaction");
    conversation.enter();
    try {
      transactions.endPrepared(id, step);
    } finally {
      conversation.exit();
    }
  }

  /**
   * Sets a savepoint. Begins a transaction if there is none. Emits SAVEPOINT.
   *
   * @return the savepoint, to be committed, or closed for a rollback to it
   * @throws DatabaseException if the database fails
   */
  public Transaction beginNested() {
    return conversation.alone(transactions::beginNested);
  }

  /**
   * Commits the transaction, savepoints included. Emits COMMIT. Does nothing without a transaction.
   *
   * @throws DatabaseException if the database refuses; the transaction must then be rolled back
   */
  public void commit() {
    endRoot(transactions::commit);
  }

  /**
   * Rolls the transaction back, savepoints included. Emits ROLLBACK. Does nothing without a transaction.
   *
   * @throws DatabaseException if the database fails
   */
  public void rollback() {
    endRoot(transactions::rollback);
  }

  private void endRoot(Consumer<Transaction> end) {
    conversation.enter();
    try {
      Transaction root = transactions.root();
      if (root != null) {
        end.accept(root);
      }
    } finally {
      conversation.exit();
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
    return transactions.block(begin(), work);
  }

  /**
   * The isolation level of this connection.
   *
   * @return the level
   * @throws DatabaseException if the driver does not tell
   * @throws ResourceClosedException if this is closed
   */
  public IsolationLevel isolation() {
    try {
      return conversation.lease().isolation();
    } catch (SQLException e) {
      throw conversation.failed("the isolation level", e);
    }
  }

  /**
   * The isolation level that the database gives those who ask for none.
   *
   * @return the level
   * @throws DatabaseException if the driver does not tell
   * @throws ResourceClosedException if this is closed
   */
  public IsolationLevel defaultIsolation() {
    try {
      return IsolationLevel.of(
          conversation.lease().jdbc().getMetaData().getDefaultTransactionIsolation());
    } catch (SQLException e) {
      throw conversation.failed("the default isolation level", e);
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
    conversation.enter();
    try {
      if (transactions.root() != null) {
        throw new TransactionStateException(
            "The isolation level cannot be changed to " + level + ": a transaction is in progress."
                + " Choose the level before the first statement, or commit first.");
      }
      conversation.lease().isolation(level);
    } catch (SQLException e) {
      throw conversation.failed("the isolation level " + level, e);
    } finally {
      conversation.exit();
    }
  }

  /**
   * How statements run on this connection unless they or a call say otherwise: what the engine says, and
   * what was said here.
   *
   * @return the options
   */
  public ExecutionOptions options() {
    return options;
  }

  /**
   * Changes how statements run on this connection, until it is closed.
   *
   * @param more the options, which go before those said so far
   * @return this
   * @throws TransactionStateException if an isolation level is among them and a transaction is in
   *     progress
   */
  public Connection options(ExecutionOptions more) {
    ArgumentException.requireNonNull(more, "options of a connection");
    Optional.ofNullable(more.isolation()).ifPresent(this::isolation);
    options = more.over(options);
    runner = new StatementRunner(conversation, options);
    engine.events().connectionOptions.tell(listener -> listener.changed(this, more));
    return this;
  }

  /**
   * Room for what the application wants to remember until this is closed. Empty at first.
   *
   * @return a map to be changed
   */
  public Map<String, Object> info() {
    return info;
  }

  /**
   * Gives the driver's connection up as broken, and sees to it that none opened earlier is used again. The
   * transaction is lost and must be rolled back; then another connection is taken from the pool.
   */
  public void invalidate() {
    conversation.invalidate(null, true);
  }

  /** Has the driver's connection replaced once this is closed; until then it is used on. */
  public void invalidateOnReturn() {
    PhysicalConnection present = conversation.physical();
    present.pool().wearOut(present);
  }

  /**
   * Takes the driver's connection out of the pool for good, which may open another in its place. It is
   * used on here, and closed with this.
   *
   * @throws DatabaseException if a listener fails
   */
  public void detach() {
    PhysicalConnection present = conversation.physical();
    try {
      present.pool().detach(present);
    } catch (SQLException e) {
      throw conversation.failed("the detachment of a connection", e);
    }
  }

  /** Whether the driver's connection was given up and no other has taken its place yet. */
  public boolean isInvalidated() {
    return conversation.isInvalidated();
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
    return conversation.lease().showJdbc();
  }

  /**
   * Whether this was closed.
   *
   * @return true after {@link #close()}
   */
  public boolean isClosed() {
    return conversation.isClosed();
  }

  /** Rolls back what was not committed, closes open results, and returns to the pool. */
  @Override
  public void close() {
    conversation.close();
  }

  Conversation conversation() {
    return conversation;
  }
}
