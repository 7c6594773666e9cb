package io.aludel.engine;

import io.aludel.ArgumentException;
import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.Dialect;
import io.aludel.engine.internal.ClientDefaults;
import io.aludel.engine.internal.Configuration;
import io.aludel.engine.internal.EngineCounters;
import io.aludel.engine.internal.Failures;
import io.aludel.engine.internal.PhysicalConnection;
import io.aludel.engine.internal.Pool;
import io.aludel.engine.internal.StatementLog;
import io.aludel.engine.pool.PoolSettings;
import io.aludel.engine.pool.PoolStatus;
import io.aludel.engine.pool.PoolTimeoutException;
import io.aludel.engine.url.DatabaseUrl;
import io.aludel.engine.url.MissingDriverException;
import io.aludel.reflection.Catalog;
import io.aludel.reflection.CatalogQuery;
import io.aludel.reflection.Inspectable;
import io.aludel.reflection.Server;
import io.aludel.schema.Column;
import io.aludel.schema.DdlRunner;
import io.aludel.schema.DdlTarget;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.statement.InsertNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A database and the way to it: connections, the dialect, the cache of compiled statements. Making one
 * opens nothing; the first use does. An application has one engine for each database, shares it between
 * all threads, and closes it at the end.
 *
 * <pre>{@code
 * Engine engine = Engine.create("jdbc:postgresql://localhost/app?user=app");
 * try (Connection connection = engine.connect()) {
 *   connection.execute(insert(account).values(row("email", "a@x.org")));
 *   connection.commit();
 * }
 * }</pre>
 */
public final class Engine implements DdlTarget, Inspectable, AutoCloseable {
  private final EngineCore core;
  private final StatementLog log;
  private final EngineEvents events;
  private volatile ExecutionOptions options;

  Engine(EngineCore core, ExecutionOptions options) {
    this.core = core;
    this.options = options;
    this.events = new EngineEvents(core.listeners(), null);
    this.log = new StatementLog(core.options().logging());
  }

  /** A sibling: another engine over the same pool. */
  private Engine(Engine first, ExecutionOptions options) {
    this.core = first.core;
    this.options = options;
    this.events = new EngineEvents(core.listeners(), first.events);
    this.log = first.log;
  }

  /**
   * An engine with a pool of its own. Opens nothing.
   *
   * @param url a JDBC URL, for example {@code jdbc:postgresql://localhost/app}
   * @return the engine
   * @throws ArgumentException if {@code url} is no JDBC URL, or no dialect serves it
   * @throws MissingDriverException if its driver is not on the class path
   */
  public static Engine create(String url) {
    return builder(url).create();
  }

  /**
   * Begins an engine that needs more than a URL.
   *
   * @param url a JDBC URL
   * @return where the rest is said
   * @throws ArgumentException if {@code url} is no JDBC URL
   */
  public static EngineBuilder builder(String url) {
    return new EngineBuilder(DatabaseUrl.parse(url));
  }

  /**
   * Begins an engine that needs more than a URL.
   *
   * @param url the address of a database
   * @return where the rest is said
   */
  public static EngineBuilder builder(DatabaseUrl url) {
    return new EngineBuilder(ArgumentException.requireNonNull(url, "the URL of a database"));
  }

  /**
   * Begins an engine as a configuration says, such as the entries of a properties file (parity row
   * ORM-ENG-03). The keys are {@code url} and the names of the builder's methods, those of the pool as
   * {@code pool.size} and so on, properties of the driver as {@code property.NAME}. Times are seconds or
   * durations such as {@code PT5S}.
   *
   * @param entries the configuration; other entries may be in it
   * @param prefix what the keys begin with, such as {@code app.database.}
   * @return where the rest is said
   * @throws ArgumentException if the URL is missing, a key with the prefix is unknown, or a value cannot
   *     be read
   */
  public static EngineBuilder fromConfiguration(Map<String, String> entries, String prefix) {
    return Configuration.read(
        ArgumentException.requireNonNull(entries, "the configuration of an engine"),
        ArgumentException.requireNonNull(prefix, "the prefix of a configuration"));
  }

  /**
   * An engine over connections that the application provides. There is no pool between them. The first
   * use opens one connection more, to learn which database it is.
   *
   * @param source gives connections; stays open when the engine is closed
   * @return the engine
   */
  public static Engine of(DataSource source) {
    return builder(source).create();
  }

  /**
   * Begins an engine over connections that the application provides.
   *
   * @param source gives connections; stays open when the engine is closed
   * @return where the rest is said
   */
  public static EngineBuilder builder(DataSource source) {
    return new EngineBuilder(
        ArgumentException.requireNonNull(source, "the data source of an engine"));
  }

  /**
   * A connection from the pool, outside any transaction. It must be closed. Waits when all connections
   * are in use.
   *
   * @return the connection
   * @throws ResourceClosedException if the engine is closed
   * @throws ConnectFailedException if the database cannot be reached or refuses the login
   * @throws PoolTimeoutException if no connection becomes free in time
   */
  public Connection connect() {
    core.dialect();
    Connection connection = new Connection(this);
    events.connection.tell(listener -> listener.happened(connection));
    return connection;
  }

  PhysicalConnection take() {
    try {
      PhysicalConnection taken = core.pool().take(this::noticeDeath);
      meet(taken);
      core.counters().openConnections.increment();
      return taken;
    } catch (SQLException e) {
      throw core.failures().translate(null, e);
    }
  }

  private void meet(PhysicalConnection taken) throws SQLException {
    try {
      core.meet(taken);
    } catch (SQLException e) {
      core.pool().discard(taken);
      throw e;
    }
  }

  /** Tells listeners of a connection that gave no sign of life; whether all older ones go with it. */
  private boolean noticeDeath(SQLException failure) {
    ErrorContext context = new ErrorContext(core.failures().translate(null, failure), null, true);
    context.disconnect(true);
    context.settle(events);
    return context.isDisconnect() && context.invalidatesPool();
  }

  /**
   * Another engine over the same pool, dialect and cache, whose statements run with more options.
   * Listeners registered here hear of it too; those registered there hear of it alone.
   *
   * @param more the options, which go before those of this engine
   * @return the sibling; closing one closes both
   */
  public Engine with(ExecutionOptions more) {
    ArgumentException.requireNonNull(more, "options of an engine");
    Engine sibling = new Engine(this, more.over(options));
    events.engineOptions.tell(listener -> listener.changed(sibling, more));
    return sibling;
  }

  /**
   * Changes how statements run, from the next connection on.
   *
   * @param more the options, which go before those of this engine
   */
  public void updateOptions(ExecutionOptions more) {
    options = ArgumentException.requireNonNull(more, "options of an engine").over(options);
    events.engineOptions.tell(listener -> listener.changed(this, more));
  }

  /**
   * How statements run unless their connection, themselves or a call say otherwise.
   *
   * @return the options
   */
  public ExecutionOptions options() {
    return options;
  }

  /**
   * Runs work in a transaction of its own: commits when it returns, rolls back when it throws.
   *
   * @param work what to do; it must not end the transaction and go on
   */
  public void inTransaction(Consumer<? super Connection> work) {
    ArgumentException.requireNonNull(work, "the work of a transaction");
    fromTransaction(connection -> {
      work.accept(connection);
      return core;
    });
  }

  /**
   * Runs work in a transaction of its own and gives its result back: commits when it returns, rolls back
   * when it throws.
   *
   * @param work what to do; it must not end the transaction and go on
   * @param <R> the type of its result
   * @return its result
   */
  public <R extends @Nullable Object> R fromTransaction(Function<? super Connection, R> work) {
    ArgumentException.requireNonNull(work, "the work of a transaction");
    try (Connection connection = connect()) {
      return connection.block(work);
    }
  }

  @Override
  public <R> R withCatalog(BiFunction<Catalog, CatalogQuery, R> work) {
    return fromTransaction(connection -> connection.withCatalog(work));
  }

  @Override
  public void withDdl(Consumer<DdlRunner> work) {
    inTransaction(connection -> connection.withDdl(work));
  }

  /**
   * The server at the other end: product and version. Opens a connection if none was opened yet.
   *
   * @return the server
   * @throws ResourceClosedException if the engine is closed
   * @throws ConnectFailedException if the database cannot be reached or refuses the login
   */
  public Server server() {
    Server known = core.server();
    if (known == null) {
      connect().close();
      known = core.server();
    }
    return Objects.requireNonNull(known, "a connection was opened and no server met");
  }

  /**
   * The kind of database.
   *
   * @return the dialect
   */
  public Dialect dialect() {
    return core.dialect();
  }

  Failures failures() {
    return core.failures();
  }

  /**
   * Where listeners are registered.
   *
   * @return the events of this engine
   */
  public EngineEvents events() {
    return events;
  }

  /**
   * What was counted so far.
   *
   * @return the figures of this moment
   */
  public EngineStatistics statistics() {
    return core.counters().snapshot();
  }

  /**
   * How the pool stands.
   *
   * @return the figures of this moment; all zero before the first use and without a pool of our own
   */
  public PoolStatus poolStatus() {
    Pool present = core.presentPool();
    return present == null ? PoolStatus.EMPTY : present.status();
  }

  /**
   * How the pool was made.
   *
   * @return its settings; without a pool of our own they say nothing
   */
  public PoolSettings poolSettings() {
    return core.options().pool();
  }

  /**
   * The compiled form of a statement, from the cache if a statement of the same shape was compiled with
   * equal options before. For the ORM and other layers.
   *
   * @param statement the statement
   * @param shapedBy whatever else shapes the compilation
   * @return the compiled form
   */
  public Compilation compile(StatementNode statement, CompileOptions shapedBy) {
    return core.cache().get(core.dialect(), statement, shapedBy);
  }

  /**
   * The compiled form of a statement, if the cache has one of its shape. For layers that write a
   * statement anew before it is compiled.
   *
   * @param statement the statement
   * @param shapedBy whatever else shapes the compilation
   * @return the compiled form, or null
   */
  public @Nullable Compilation findCompiled(StatementNode statement, CompileOptions shapedBy) {
    return core.cache().find(statement, shapedBy);
  }

  /**
   * Compiles a statement that was written anew, and keeps the result under the shape of what it was
   * written from. The values of both are those of {@code original}: whatever it binds must be bound by
   * the same objects in {@code rewritten}; what only that binds is constant.
   *
   * @param original the statement as the application wrote it
   * @param rewritten the statement to compile in its place
   * @param shapedBy whatever else shapes the compilation
   * @return the compiled form
   */
  public Compilation compile(
      StatementNode original, StatementNode rewritten, CompileOptions shapedBy) {
    return core.cache().put(core.dialect(), original, rewritten, shapedBy);
  }

  /**
   * How rows are inserted so that what the database generates comes back row by row. For the ORM and
   * other layers, which keep it.
   *
   * @param statement an INSERT of one row, without RETURNING
   * @param wanted the columns to give back for each row
   * @param shapedBy whatever else shapes the compilation
   * @return the plan
   * @throws io.aludel.dialect.CompileException if the database cannot give these columns back
   */
  public InsertPlan insertPlan(
      InsertNode statement, List<? extends Column<?>> wanted, CompileOptions shapedBy) {
    Dialect known = core.dialect();
    ArgumentException.requireNonNull(statement, "the INSERT of a plan");
    return InsertPlan.of(
        ClientDefaults.withExpressions(statement, known),
        statement.walk().slotCount(),
        wanted,
        new InsertPlan.Compiling(known, core.cache(), shapedBy));
  }

  /**
   * An INSERT or UPDATE with the columns it does not mention and that have a default of the client. For the
   * ORM and other layers; {@link Connection} adds them by itself.
   *
   * @param statement a statement over tables
   * @param parameters its named parameters, for defaults that look at the row
   * @return the statement with the defaults of now, the same if there are none
   */
  public StatementNode withDefaults(
      StatementNode statement, Map<String, ? extends @Nullable Object> parameters) {
    return ClientDefaults.added(
        ArgumentException.requireNonNull(statement, "the statement with defaults"),
        core.dialect(),
        ArgumentException.requireNonNull(parameters, "the parameters of a statement"));
  }

  /** Forgets all compiled statements. */
  public void clearCompiledCache() {
    core.cache().clear();
  }

  /**
   * Closes the pool; connections in use are closed when they come back. A later use opens a new pool. A
   * database in memory is gone.
   */
  public void dispose() {
    dispose(true);
  }

  /**
   * Forgets the pool. A later use opens a new one.
   *
   * @param closeConnections false to leave the connections of the old pool alone, as a process must that
   *     inherited them
   */
  public void dispose(boolean closeConnections) {
    core.dispose(closeConnections);
    events.disposed.tell(listener -> listener.disposed(this));
  }

  /** Closes the pool and refuses any later use. Does nothing the second time. */
  @Override
  public void close() {
    core.close();
  }

  StatementLog log() {
    return log;
  }

  EngineCounters counters() {
    return core.counters();
  }

  EngineCore core() {
    return core;
  }

  @Override
  public String toString() {
    return "Engine(" + core.name() + ")";
  }
}
