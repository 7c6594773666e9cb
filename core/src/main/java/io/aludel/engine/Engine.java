package io.aludel.engine;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.Dialect;
import io.aludel.engine.internal.ConnectionSource;
import io.aludel.engine.internal.EngineCounters;
import io.aludel.engine.internal.EngineOptions;
import io.aludel.engine.internal.Failures;
import io.aludel.engine.internal.PhysicalConnection;
import io.aludel.engine.internal.StatementLog;
import io.aludel.reflection.Catalog;
import io.aludel.reflection.CatalogQuery;
import io.aludel.reflection.Inspectable;
import io.aludel.schema.Column;
import io.aludel.schema.DdlRunner;
import io.aludel.schema.DdlTarget;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.statement.InsertNode;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
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
  private final String name;
  private final EngineOptions options;
  private final EngineCounters counters;
  private final Supplier<ConnectionSource> sources;
  private final StatementLog log;
  private final EngineEvents events = new EngineEvents();
  private final CompiledCache cache;
  private volatile @Nullable ConnectionSource source;
  private volatile @Nullable Dialect dialect;
  private volatile @Nullable Failures failures;
  private volatile boolean closed;

  Engine(
      String name,
      EngineOptions options,
      @Nullable Dialect dialect,
      EngineCounters counters,
      Supplier<ConnectionSource> sources) {
    this.name = name;
    this.options = options;
    this.dialect = dialect;
    this.counters = counters;
    this.sources = sources;
    this.log = new StatementLog(options.logging());
    this.cache = new CompiledCache(options.cacheSize(), counters);
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
    dialect();
    return new Connection(this, take());
  }

  PhysicalConnection take() {
    ConnectionSource from = source();
    PhysicalConnection taken = from.take();
    taken.from(from);
    if (taken.isNew()) {
      events.connect.tell(listener -> listener.happened(taken.jdbc()));
    }
    counters.openConnections.increment();
    events.checkout.tell(listener -> listener.happened(taken.jdbc()));
    return taken;
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
      return name;
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
  public <R> R fromTransaction(Function<? super Connection, R> work) {
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
   * The kind of database.
   *
   * @return the dialect
   */
  public Dialect dialect() {
    Dialect known = dialect;
    return known != null ? known : learnDialect();
  }

  private Dialect learnDialect() {
    ConnectionSource from = source();
    PhysicalConnection taken = from.take();
    try {
      String url = taken.jdbc().getMetaData().getURL();
      Dialect found = EngineBuilder.dialectFor(DatabaseUrl.parse(url));
      dialect = found;
      return found;
    } catch (SQLException e) {
      throw new ConnectFailedException(
          CoreError.CANNOT_CONNECT,
          new DatabaseException.Failure(
              "The data source does not tell which database it leads to: " + e.getMessage(),
              null,
              e,
              true));
    } finally {
      from.giveBack(taken);
    }
  }

  Failures failures() {
    Failures known = failures;
    if (known == null) {
      known = new Failures(dialect(), options.logging().hideParameters());
      failures = known;
    }
    return known;
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
    return counters.snapshot();
  }

  /**
   * How the pool stands.
   *
   * @return the figures of this moment; all zero before the first use and without a pool of our own
   */
  public PoolStatus poolStatus() {
    ConnectionSource from = source;
    return from == null ? PoolStatus.EMPTY : from.status();
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
    return cache.get(dialect(), statement, shapedBy);
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
    Dialect known = dialect();
    return InsertPlan.of(
        known,
        ClientDefaults.withExpressions(statement, known),
        wanted,
        node -> cache.compile(known, node, shapedBy).statement());
  }

  /** Forgets all compiled statements. */
  public void clearCompiledCache() {
    cache.clear();
  }

  /**
   * Closes the pool; connections in use are closed when they come back. A later use opens a new pool. A
   * database in memory is gone.
   */
  public synchronized void dispose() {
    ConnectionSource from = source;
    source = null;
    if (from != null) {
      from.close();
    }
  }

  /** Closes the pool and refuses any later use. Does nothing the second time. */
  @Override
  public void close() {
    closed = true;
    dispose();
  }

  private ConnectionSource source() {
    ConnectionSource known = source;
    return known != null ? known : openSource();
  }

  private synchronized ConnectionSource openSource() {
    if (closed) {
      throw new ResourceClosedException(
          "The engine of " + name + " is closed. Use it before close(), or make another one.");
    }
    ConnectionSource known = source;
    if (known == null) {
      known = sources.get();
      source = known;
    }
    return known;
  }

  StatementLog log() {
    return log;
  }

  EngineCounters counters() {
    return counters;
  }

  EngineOptions options() {
    return options;
  }

  @Override
  public String toString() {
    return "Engine(" + name + ")";
  }
}
