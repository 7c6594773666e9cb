package io.aludel.async;

import io.aludel.ArgumentException;
import io.aludel.engine.MultipleResultsException;
import io.aludel.engine.NoResultException;
import io.aludel.engine.NoSuchColumnException;
import io.aludel.engine.Result;
import io.aludel.engine.StatementOutcome;
import io.aludel.sql.Row;
import io.aludel.sql.Selectable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a statement gave back: rows that are fetched when they are asked for, on the lane of their
 * connection. Each method does what that of {@link Result} does.
 *
 * @param <T> the type of the rows
 */
public final class AsyncResult<T extends @Nullable Object> {
  private final Result<T> result;
  private final Lane lane;

  private AsyncResult(Result<T> result, Lane lane) {
    this.result = result;
    this.lane = lane;
  }

  /**
   * A result whose rows are fetched on a lane. For the ORM and other layers.
   *
   * @param result the rows
   * @param lane where they can be fetched
   * @param <T> the type of the rows
   * @return the result
   */
  public static <T extends @Nullable Object> AsyncResult<T> over(Result<T> result, Lane lane) {
    ArgumentException.requireNonNull(result, "the rows of a result");
    ArgumentException.requireNonNull(lane, "the lane of a result");
    return new AsyncResult<>(result, lane);
  }

  private <V extends @Nullable Object> AsyncResult<V> view(Result<V> other) {
    return new AsyncResult<>(other, lane);
  }

  /**
   * All rows that are left.
   *
   * @return the rows, empty when they are used up
   */
  public CompletionStage<List<T>> all() {
    return lane.call(result::all);
  }

  /**
   * The next rows, at most so many.
   *
   * @param size the most rows, at least 1
   * @return the rows, empty when they are used up
   */
  public CompletionStage<List<T>> fetch(int size) {
    return lane.call(() -> result.fetch(size));
  }

  /**
   * The first row that is left. Closes the result.
   *
   * @return the row, or null if there is none
   */
  public CompletionStage<@Nullable T> first() {
    return lane.<@Nullable T>call(() -> result.first());
  }

  /**
   * The only row. Closes the result.
   *
   * @return the row
   * @throws NoResultException in the stage, if there is no row
   * @throws MultipleResultsException in the stage, if there are several
   */
  public CompletionStage<T> one() {
    return lane.call(() -> result.one());
  }

  /**
   * The only row, if there is one. Closes the result.
   *
   * @return the row, or null if there is none
   * @throws MultipleResultsException in the stage, if there are several
   */
  public CompletionStage<@Nullable T> oneOrNull() {
    return lane.<@Nullable T>call(() -> result.oneOrNull());
  }

  /**
   * The first value of the first row that is left. Closes the result.
   *
   * @return the value, or null if it is NULL or there is no row
   */
  public CompletionStage<@Nullable Object> scalar() {
    return lane.<@Nullable Object>call(() -> result.scalar());
  }

  /**
   * The rows, fetched as they are requested and never more of them; the driver may read ahead by the
   * portion that {@link io.aludel.engine.ExecutionOptions#yieldPer} states. They arrive one at a time on
   * worker threads; the subscriber may use the connection. Ending the subscription closes the result, and
   * cancelling it cancels a fetch that runs.
   *
   * @return the rows, for one subscriber
   */
  public Flow.Publisher<T> publisher() {
    return new RowPublisher<>(lane, result);
  }

  /**
   * The rows of a result that does not exist yet. For the ORM and other layers.
   *
   * @param execution gives the result; asked once a subscriber has come
   * @param <T> the type of the rows
   * @return the rows, for one subscriber
   */
  public static <T> Flow.Publisher<T> publisher(
      Supplier<CompletionStage<AsyncResult<T>>> execution) {
    return new StatementPublisher<>(
        ArgumentException.requireNonNull(execution, "the execution of a statement"));
  }

  /**
   * The first value of each row.
   *
   * @return a view of this result; read one of the two only
   */
  public AsyncResult<@Nullable Object> scalars() {
    return view(result.scalars());
  }

  /**
   * One value of each row.
   *
   * @param expression what the statement selected
   * @param <V> its type
   * @return a view of this result; read one of the two only
   */
  public <V> AsyncResult<@Nullable V> scalars(Selectable<V> expression) {
    return view(result.scalars(expression));
  }

  /**
   * Some values of each row, in the order asked for.
   *
   * @param expressions what the statement selected
   * @return a view of this result; read one of the two only
   * @throws NoSuchColumnException if the statement did not select one of them
   */
  public AsyncResult<Row> columns(Selectable<?>... expressions) {
    return view(result.columns(expressions));
  }

  /**
   * Some values of each row, in the order asked for.
   *
   * @param names the names of the values
   * @return a view of this result; read one of the two only
   * @throws NoSuchColumnException if there is no value of a name, or several have it
   */
  public AsyncResult<Row> columns(String... names) {
    return view(result.columns(names));
  }

  /**
   * Each row as a map from names to values.
   *
   * @return a view of this result; read one of the two only
   */
  public AsyncResult<Map<String, @Nullable Object>> mappings() {
    return view(result.mappings());
  }

  /**
   * The same rows with their values exchanged, such as objects for copies of them.
   *
   * @param exchange gives for each value of each row the one to take its place; called on a worker thread
   * @return a view of this result; read one of the two only
   * @throws ArgumentException if {@code exchange} is null
   */
  public AsyncResult<T> exchanging(UnaryOperator<@Nullable Object> exchange) {
    return view(result.exchanging(exchange));
  }

  /**
   * This result without rows that it gave before.
   *
   * @return this
   */
  public AsyncResult<T> unique() {
    result.unique();
    return this;
  }

  /**
   * This result without rows whose key it gave before.
   *
   * @param key the key of a row
   * @return this
   */
  public AsyncResult<T> unique(Function<? super T, ?> key) {
    result.unique(key);
    return this;
  }

  /**
   * Reads what is left and keeps it.
   *
   * @return gives a fresh blocking result of the rows, which are in memory, each time it is asked
   */
  public CompletionStage<Supplier<Result<T>>> freeze() {
    return lane.call(result::freeze);
  }

  /**
   * The names of the values of each row.
   *
   * @return the names, empty for single values
   */
  public List<String> names() {
    return result.names();
  }

  /**
   * How many rows the statement touched.
   *
   * @return the number, -1 if it is not known
   */
  public int rowCount() {
    return result.rowCount();
  }

  /**
   * The keys of the rows an INSERT made.
   *
   * @return for each row the values of its key
   */
  public List<List<@Nullable Object>> insertedKeys() {
    return result.insertedKeys();
  }

  /**
   * What else there is to tell of an INSERT, UPDATE or DELETE.
   *
   * @return the outcome
   */
  public StatementOutcome outcome() {
    return result.outcome();
  }

  /**
   * Whether the statement gives rows.
   *
   * @return false for those that only touch rows
   */
  public boolean givesRows() {
    return result.givesRows();
  }

  /**
   * Whether no row can be had any more.
   *
   * @return whether it is closed, when the calls made before have run
   */
  public CompletionStage<Boolean> isClosed() {
    return lane.call(result::isClosed);
  }

  /**
   * Gives up the rows that are left.
   *
   * @return done when the database has let go of them
   */
  public CompletionStage<@Nullable Void> close() {
    return lane.run(result::close);
  }
}
