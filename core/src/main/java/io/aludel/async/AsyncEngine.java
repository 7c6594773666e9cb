package io.aludel.async;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.dialect.Capability;
import io.aludel.engine.ConnectFailedException;
import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.engine.ExecutionOptions;
import io.aludel.engine.ResourceClosedException;
import io.aludel.engine.pool.PoolSettings;
import io.aludel.engine.pool.PoolTimeoutException;
import io.aludel.reflection.Catalog;
import io.aludel.reflection.CatalogQuery;
import io.aludel.reflection.Server;
import io.aludel.schema.DdlRunner;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An engine for programs that must not wait: what takes time returns a {@link CompletionStage}. The
 * blocking engine works beneath, on {@link Workers}; drivers are plain JDBC. Safe to share.
 *
 * <pre>{@code
 * AsyncEngine engine = AsyncEngine.create("jdbc:postgresql://localhost/app?user=app");
 * CompletionStage<List<Row>> accounts = engine.fromTransaction(
 *     connection -> connection.execute(select(account)).thenCompose(AsyncResult::all));
 * }</pre>
 *
 * <p>A stage fails with the exception that the blocking engine throws; what derives from the stage sees it
 * as the cause of a {@link java.util.concurrent.CompletionException}. Cancelling the future of a stage that
 * a method returned cancels its statement in the database, as {@link Lane#call} tells.
 */
public final class AsyncEngine {
  private static final int WITHOUT_POOL = 64;

  private final Engine engine;
  private final Workers workers;

  private AsyncEngine(Engine engine, Workers workers) {
    this.engine = engine;
    this.workers = workers;
  }

  /**
   * The asynchronous face of an engine, with workers of its own: one more than the pool has
   * connections, on light threads unless the database is native code within this process. Asks the engine
   * for its dialect, which opens a connection of a data source that was never used.
   *
   * @param engine the engine
   * @return its face
   * @throws ArgumentException if the engine has a connection for each thread
   */
  public static AsyncEngine of(Engine engine) {
    ArgumentException.requireNonNull(engine, "the engine to work with");
    int most = connections(engine.poolSettings()) + 1;
    return of(
        engine,
        engine.dialect().supports(Capability.NATIVE_CALLS)
            ? Workers.pooled("aludel-async", most)
            : Workers.create("aludel-async", most));
  }

  /** The one beyond the pool's waits within it: its time-out tells when nothing comes back. */
  private static int connections(PoolSettings pool) {
    if (pool.kind() == PoolSettings.Kind.PER_THREAD) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "An engine with a connection for each thread has no asynchronous face: calls go from"
              + " thread to thread. Make it with a pool of another kind.");
    }
    return pool.overflow() < 0 ? WITHOUT_POOL : Math.max(1, pool.size() + pool.overflow());
  }

  /**
   * The asynchronous face of an engine.
   *
   * @param engine the engine
   * @param workers where it works; closed with it
   * @return its face
   */
  public static AsyncEngine of(Engine engine, Workers workers) {
    ArgumentException.requireNonNull(engine, "the engine to work with");
    ArgumentException.requireNonNull(workers, "the workers of an engine");
    return new AsyncEngine(engine, workers);
  }

  /**
   * An asynchronous engine with a pool of its own. Opens nothing.
   *
   * @param url a JDBC URL
   * @return the engine
   * @throws ArgumentException if {@code url} is no JDBC URL, or no dialect serves it
   */
  public static AsyncEngine create(String url) {
    return of(Engine.create(url));
  }

  /**
   * The blocking engine beneath, for what does not wait: its dialect, its events, its figures.
   *
   * @return the engine
   */
  public Engine engine() {
    return engine;
  }

  /**
   * Where this works.
   *
   * @return the workers
   */
  public Workers workers() {
    return workers;
  }

  /**
   * Another engine over the same pool and workers, whose statements run with more options.
   *
   * @param more the options, which go before those of this engine
   * @return the sibling; closing one closes both
   */
  public AsyncEngine with(ExecutionOptions more) {
    return new AsyncEngine(engine.with(more), workers);
  }

  /**
   * A connection from the pool, with a lane of its own. It must be closed. Waits, without a thread, when
   * all connections are in use.
   *
   * @return the connection
   * @throws ResourceClosedException in the stage, if the engine is closed
   * @throws ConnectFailedException in the stage, if the database cannot be reached or refuses the login
   * @throws PoolTimeoutException in the stage, if no connection becomes free in time
   */
  public CompletionStage<AsyncConnection> connect() {
    ConnectionHold hold = new ConnectionHold();
    Lane lane = workers.lane(hold);
    return lane.call(
        () -> new AsyncConnection(hold.of(engine.connect()), lane), AsyncConnection::close);
  }

  /**
   * Runs work in a transaction of its own: commits when its stage is done, rolls back when it fails, and
   * closes the connection.
   *
   * @param work what to do; it must not end the transaction
   * @return done when it is committed
   */
  public CompletionStage<@Nullable Void> inTransaction(
      Function<? super AsyncConnection, ? extends CompletionStage<?>> work) {
    ArgumentException.requireNonNull(work, "the work of a transaction");
    return this.<@Nullable Void>fromTransaction(
        connection -> work.apply(connection).thenApply(result -> null));
  }

  /**
   * Runs work in a transaction of its own and gives its result back: commits when its stage is done, rolls
   * back when it fails, and closes the connection.
   *
   * @param work what to do; it must not end the transaction
   * @param <R> the type of its result
   * @return its result, when it is committed
   */
  public <R extends @Nullable Object> CompletionStage<R> fromTransaction(
      Function<? super AsyncConnection, ? extends CompletionStage<R>> work) {
    ArgumentException.requireNonNull(work, "the work of a transaction");
    return connect()
        .thenCompose(connection -> Stages.ending(
            () -> connection
                .begin()
                .thenCompose(transaction -> Stages.ending(
                    () -> work.apply(connection),
                    failure -> failure == null ? transaction.commit() : transaction.rollback())),
            failure -> connection.close()));
  }

  /**
   * Runs blocking work in a transaction of its own, on one worker.
   *
   * @param work what to do
   * @param <R> the type of its result
   * @return its result, when it is committed
   */
  public <R extends @Nullable Object> CompletionStage<R> call(
      Function<? super Connection, ? extends R> work) {
    ArgumentException.requireNonNull(work, "the work of a transaction");
    return workers.call(() -> engine.<R>fromTransaction(work::apply));
  }

  /**
   * Does work with the catalogue, on a connection of its own.
   *
   * @param work what to do, within the call
   * @param <R> the type of its result
   * @return its result
   */
  public <R> CompletionStage<R> withCatalog(BiFunction<Catalog, CatalogQuery, R> work) {
    ArgumentException.requireNonNull(work, "the work with a catalogue");
    return workers.call(() -> engine.withCatalog(work));
  }

  /**
   * Runs DDL in a transaction of its own.
   *
   * @param work what to do, within the call
   * @return done when it is committed
   */
  public CompletionStage<@Nullable Void> withDdl(Consumer<DdlRunner> work) {
    ArgumentException.requireNonNull(work, "the DDL to run");
    return workers.lane().run(() -> engine.withDdl(work));
  }

  /**
   * The server at the other end: product and version. Opens a connection if none was opened yet.
   *
   * @return the server
   * @throws ConnectFailedException in the stage, if the database cannot be reached or refuses the login
   */
  public CompletionStage<Server> server() {
    return workers.call(engine::server);
  }

  /**
   * Forgets the pool. A later use opens a new one.
   *
   * @param closeConnections false to leave the connections of the old pool alone, as a process must that
   *     inherited them
   * @return done when it is forgotten
   */
  public CompletionStage<@Nullable Void> dispose(boolean closeConnections) {
    return workers.lane().run(() -> engine.dispose(closeConnections));
  }

  /**
   * Closes the pool, as {@link Engine#dispose()} does.
   *
   * @return done when it is closed
   */
  public CompletionStage<@Nullable Void> dispose() {
    return workers.lane().run(engine::dispose);
  }

  /**
   * Refuses new work, waits for what runs, open connections included, and closes the engine.
   *
   * @return done when nothing runs any more and no thread of the workers is busy
   */
  public CompletionStage<@Nullable Void> close() {
    return workers.close().thenApply(nothing -> {
      engine.close();
      return null;
    });
  }

  @Override
  public String toString() {
    return "Async" + engine;
  }
}
