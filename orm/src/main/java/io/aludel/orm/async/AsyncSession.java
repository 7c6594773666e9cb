package io.aludel.orm.async;

import io.aludel.ArgumentException;
import io.aludel.async.AsyncConnection;
import io.aludel.async.AsyncResult;
import io.aludel.async.Lane;
import io.aludel.engine.Result;
import io.aludel.orm.ConnectionChoice;
import io.aludel.orm.ExecutionOption;
import io.aludel.orm.FlushException;
import io.aludel.orm.MergeOption;
import io.aludel.orm.ObjectNotFoundException;
import io.aludel.orm.ObjectStateException;
import io.aludel.orm.Session;
import io.aludel.orm.SessionStateException;
import io.aludel.orm.SessionTransaction;
import io.aludel.orm.attribute.Attribute;
import io.aludel.orm.attribute.ValueAttribute;
import io.aludel.sql.Executable;
import io.aludel.sql.Expression;
import io.aludel.sql.Row;
import io.aludel.sql.RowStatement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A session for callers that must not wait. Each method does what that of {@link Session} does, on a
 * worker, and fails its stage with what that throws. Calls run one after the other, in the order in which
 * they were made, by whatever thread.
 *
 * <p>Reading an attribute never waits for the database: one that is not loaded is an error that tells how
 * to load it. Load what will be read with the objects ({@code options(selectinLoad(…))}), or by {@link
 * #load}, or work with the blocking session on a worker by {@link #call}. A commit expires nothing.
 *
 * <p>Objects of the session are not guarded against being changed by one thread while a call of the session
 * runs on another: change them when the stages of the calls that use them are done.
 */
public final class AsyncSession {
  private final Session session;
  private final Lane lane;
  private final SessionGate gate;

  AsyncSession(Session session, Lane lane, SessionGate gate) {
    this.session = session;
    this.lane = lane;
    this.gate = gate;
    gate.belongsTo(this);
  }

  <T extends @Nullable Object> CompletionStage<T> supply(Supplier<? extends T> work) {
    return lane.call(() -> gate.<T>during(work));
  }

  CompletionStage<@Nullable Void> run(Runnable work) {
    return this.<@Nullable Void>supply(() -> {
      work.run();
      return null;
    });
  }

  private <T extends @Nullable Object> CompletionStage<AsyncResult<T>> results(
      Supplier<Result<T>> work) {
    return lane.<AsyncResult<T>>call(
        () -> AsyncResult.over(gate.during(work), lane), AsyncResult::close);
  }

  private AsyncSessionTransaction shown(SessionTransaction transaction) {
    return new AsyncSessionTransaction(this, transaction);
  }

  /**
   * Does blocking work with the session beneath, in order with the other calls. Within it, and on its
   * thread, attributes load when they are read.
   *
   * @param work what to do; it must not keep the session
   * @param <T> the type of its result
   * @return its result
   */
  public <T extends @Nullable Object> CompletionStage<T> call(
      Function<? super Session, ? extends T> work) {
    ArgumentException.requireNonNull(work, "the work with a session");
    return supply(() -> work.apply(session));
  }

  /**
   * Loads attributes of an object that are not loaded yet, by one SELECT each, or by none where the
   * session has what is asked for; those too that the mapping or an option refuses to load when they are
   * read. Other values stay as they are. May flush first.
   *
   * @param object an object of this session
   * @param attributes what to load, relationships among them
   * @param <E> its class
   * @return the object
   * @throws ObjectStateException in the stage, if it does not belong to this session
   * @throws io.aludel.orm.ObjectDeletedException in the stage, if its row is gone
   */
  @SafeVarargs
  public final <E> CompletionStage<E> load(E object, Attribute<? super E, ?>... attributes) {
    ArgumentException.requireNonNull(object, "the object to load");
    ArgumentException.requireNonNull(attributes, "the attributes to load");
    return supply(() -> {
      ExplicitLoad load = ExplicitLoad.of(session, object);
      for (Attribute<?, ?> attribute : attributes) {
        load.load(attribute);
      }
      return object;
    });
  }

  // Objects

  /**
   * Puts an object into this session.
   *
   * @param object an object of a mapped class
   * @return done when it is added
   * @throws ObjectStateException in the stage, if it belongs to another session
   */
  public CompletionStage<@Nullable Void> add(Object object) {
    return run(() -> session.add(object));
  }

  /**
   * Adds several objects, in order.
   *
   * @param objects objects of mapped classes
   * @return done when they are added
   * @throws ObjectStateException in the stage, if one belongs to another session
   */
  public CompletionStage<@Nullable Void> addAll(Collection<?> objects) {
    return run(() -> session.addAll(objects));
  }

  /**
   * Marks an object for deletion by the next flush. May load what its cascades reach.
   *
   * @param object an object with a row
   * @return done when it is marked
   * @throws ObjectStateException in the stage, if it has no row or belongs to another session
   */
  public CompletionStage<@Nullable Void> delete(Object object) {
    return run(() -> session.delete(object));
  }

  /**
   * Copies the state of an object onto the session's own object of that identity.
   *
   * @param object the object to copy
   * @param options see {@link MergeOption}
   * @param <E> its class
   * @return the session's own object
   */
  public <E> CompletionStage<E> merge(E object, MergeOption... options) {
    return supply(() -> session.merge(object, options));
  }

  /**
   * Lets go of an object.
   *
   * @param object an object of this session
   * @return done when it is let go
   * @throws ObjectStateException in the stage, if it does not belong to this session
   */
  public CompletionStage<@Nullable Void> expunge(Object object) {
    return run(() -> session.expunge(object));
  }

  /**
   * Lets go of all objects.
   *
   * @return done when they are let go
   */
  public CompletionStage<@Nullable Void> expungeAll() {
    return run(session::expungeAll);
  }

  /**
   * Whether an object belongs to this session and has not been deleted.
   *
   * @param object any object
   * @return true for a pending or persistent object of this session
   */
  public CompletionStage<Boolean> contains(Object object) {
    return supply(() -> session.contains(object));
  }

  /**
   * The objects that the next flush will insert.
   *
   * @return a copy, in the order in which they were added
   */
  public CompletionStage<List<Object>> newObjects() {
    return supply(session::newObjects);
  }

  /**
   * The objects with a row that were written to since the last flush.
   *
   * @return a copy
   */
  public CompletionStage<List<Object>> dirty() {
    return supply(session::dirty);
  }

  /**
   * The objects that the next flush will delete.
   *
   * @return a copy
   */
  public CompletionStage<List<Object>> deleted() {
    return supply(session::deleted);
  }

  /**
   * Whether an object has anything to write, comparing values.
   *
   * @param object an object of this session
   * @return true if the next flush would write it
   * @throws ObjectStateException in the stage, if it does not belong to this session
   */
  public CompletionStage<Boolean> isModified(Object object) {
    return supply(() -> session.isModified(object));
  }

  // Loading

  /**
   * The object of a key. Costs nothing if the session has it, else one SELECT.
   *
   * @param entity the entity class
   * @param key the value of the key attribute, or of several
   * @param options see {@link Session#get}
   * @param <E> the entity class
   * @return the object, or null if there is no such row
   */
  public <E> CompletionStage<@Nullable E> get(
      Class<E> entity, Object key, ExecutionOption... options) {
    return this.<@Nullable E>supply(() -> session.get(entity, key, options));
  }

  /**
   * The object of a key, as {@link #get} finds it.
   *
   * @param entity the entity class
   * @param key the value of the key attribute, or of several
   * @param options see {@link Session#getOne}
   * @param <E> the entity class
   * @return the object
   * @throws ObjectNotFoundException in the stage, if there is no such row
   */
  public <E> CompletionStage<E> getOne(Class<E> entity, Object key, ExecutionOption... options) {
    return supply(() -> session.getOne(entity, key, options));
  }

  /**
   * Reads an object again, dropping changes that were not flushed.
   *
   * @param object a persistent object of this session
   * @param options see {@link Session#refresh(Object, ExecutionOption...)}
   * @return done when it is read
   * @throws ObjectStateException in the stage, if it is not persistent in this session
   */
  public CompletionStage<@Nullable Void> refresh(Object object, ExecutionOption... options) {
    return run(() -> session.refresh(object, options));
  }

  /**
   * Reads some attributes of an object again, dropping their changes.
   *
   * @param object a persistent object of this session
   * @param first an attribute of it
   * @param more further attributes
   * @return done when they are read
   * @throws ObjectStateException in the stage, if it is not persistent in this session
   */
  public CompletionStage<@Nullable Void> refresh(
      Object object, ValueAttribute<?, ?> first, ValueAttribute<?, ?>... more) {
    return run(() -> session.refresh(object, first, more));
  }

  /**
   * Drops the values of an object, changes included: to be read, they have to be loaded.
   *
   * @param object a persistent object of this session
   * @return done when they are dropped
   */
  public CompletionStage<@Nullable Void> expire(Object object) {
    return run(() -> session.expire(object));
  }

  /**
   * Drops the values of some attributes, changes included.
   *
   * @param object a persistent object of this session
   * @param first an attribute of it
   * @param more further attributes
   * @return done when they are dropped
   */
  public CompletionStage<@Nullable Void> expire(
      Object object, ValueAttribute<?, ?> first, ValueAttribute<?, ?>... more) {
    return run(() -> session.expire(object, first, more));
  }

  /**
   * Drops the values of all persistent objects, changes included.
   *
   * @return done when they are dropped
   */
  public CompletionStage<@Nullable Void> expireAll() {
    return run(session::expireAll);
  }

  // Statements

  /**
   * Runs a statement, over entities or not. May flush first.
   *
   * @param statement the statement
   * @return its rows, or the number of rows it touched
   */
  public CompletionStage<AsyncResult<Row>> execute(Executable statement) {
    return results(() -> session.execute(statement));
  }

  /**
   * Runs a statement with named parameters.
   *
   * @param statement the statement
   * @param parameters values by name
   * @return its rows, or the number of rows it touched
   */
  public CompletionStage<AsyncResult<Row>> execute(
      Executable statement, Map<String, ? extends @Nullable Object> parameters) {
    return results(() -> session.execute(statement, parameters));
  }

  /**
   * Runs a statement once for each map of named parameters, as a batch.
   *
   * @param statement the statement
   * @param rows values by name, one map for each execution
   * @return the number of rows touched, or the rows that an INSERT gives back
   */
  public CompletionStage<AsyncResult<Row>> execute(
      Executable statement, List<? extends Map<String, ? extends @Nullable Object>> rows) {
    return results(() -> session.execute(statement, rows));
  }

  /**
   * Runs a statement and gives the first entry of each row, as in a list of objects.
   *
   * @param statement the statement
   * @param <T> the type of the first entry
   * @return the first entries
   */
  public <T> CompletionStage<AsyncResult<T>> scalars(RowStatement<T> statement) {
    return results(() -> session.scalars(statement));
  }

  /**
   * Runs a statement and gives the first entry of the first row.
   *
   * @param statement the statement
   * @param <T> the type of the first entry
   * @return the entry, or null if it is NULL or there is no row
   */
  public <T> CompletionStage<@Nullable T> scalar(RowStatement<T> statement) {
    return this.<@Nullable T>supply(() -> session.scalar(statement));
  }

  /**
   * The first entry of each row of a statement, which is run once a subscriber has come. A statement with
   * {@code yieldPer} reads its rows in portions from a cursor of the server, any other one at once.
   *
   * @param statement the statement
   * @param <T> the type of the first entry
   * @return the entries, for one subscriber
   */
  public <T> Flow.Publisher<T> stream(RowStatement<T> statement) {
    ArgumentException.requireNonNull(statement, "the statement to execute");
    return AsyncResult.publisher(() -> scalars(statement));
  }

  /**
   * The connection of this session's transaction, which is begun if need be, on the lane of this session:
   * closing it would end the session's calls, so do not.
   *
   * @param choices see {@link Session#connection}
   * @return the connection
   */
  public CompletionStage<AsyncConnection> connection(ConnectionChoice... choices) {
    return supply(() -> AsyncConnection.on(session.connection(choices), lane));
  }

  // Transactions

  /**
   * Writes all changes.
   *
   * @return done when they are written
   * @throws FlushException in the stage, if they cannot be written
   */
  public CompletionStage<@Nullable Void> flush() {
    return run(session::flush);
  }

  /**
   * What the next flush would do, step by step.
   *
   * @return one numbered step a line; empty if there is nothing to flush
   */
  public CompletionStage<String> explainFlush() {
    return supply(session::explainFlush);
  }

  /**
   * Has the next flush write an SQL expression for an attribute.
   *
   * @param object an object of this session
   * @param attribute one of its attributes
   * @param expression SQL over columns of the row, or none
   * @param <E> the entity
   * @param <T> the type of the attribute
   * @return done when that is noted
   */
  public <E, T> CompletionStage<@Nullable Void> setExpression(
      E object, ValueAttribute<? super E, T> attribute, Expression<? extends T> expression) {
    return run(() -> session.setExpression(object, attribute, expression));
  }

  /**
   * Begins a transaction.
   *
   * @return the transaction
   * @throws SessionStateException in the stage, if one is open
   */
  public CompletionStage<AsyncSessionTransaction> begin() {
    return supply(() -> shown(session.begin()));
  }

  /**
   * Flushes and begins a savepoint.
   *
   * @return the savepoint, to be committed or rolled back
   */
  public CompletionStage<AsyncSessionTransaction> beginNested() {
    return supply(() -> shown(session.beginNested()));
  }

  /**
   * Flushes and commits, savepoints included, and gives the connection back. Objects keep their values.
   *
   * @return done when it is committed
   * @throws FlushException in the stage, if the changes cannot be written
   */
  public CompletionStage<@Nullable Void> commit() {
    return run(session::commit);
  }

  /**
   * Rolls back, savepoints included. Objects whose values may have changed are expired: to be read, they
   * have to be loaded.
   *
   * @return done when it is rolled back
   */
  public CompletionStage<@Nullable Void> rollback() {
    return run(session::rollback);
  }

  /**
   * Whether a transaction is open.
   *
   * @return whether it is, when the calls made before have run
   */
  public CompletionStage<Boolean> inTransaction() {
    return supply(session::inTransaction);
  }

  /**
   * The innermost transaction or savepoint that is open.
   *
   * @return the transaction, or null
   */
  public CompletionStage<@Nullable AsyncSessionTransaction> getTransaction() {
    return this.<@Nullable AsyncSessionTransaction>supply(() -> {
      SessionTransaction present = session.getTransaction();
      return present == null ? null : shown(present);
    });
  }

  /**
   * Whether the session takes work.
   *
   * @return whether it does, when the calls made before have run
   */
  public CompletionStage<Boolean> isActive() {
    return supply(session::isActive);
  }

  /**
   * Lets go of all objects, rolls back, and gives the connection back. The session can be used again.
   *
   * @return done when that is done
   */
  public CompletionStage<@Nullable Void> reset() {
    return run(session::reset);
  }

  /**
   * Waits for the calls made before, lets go of all objects, rolls back, and gives the connection back.
   * Refuses further calls at once.
   *
   * @return done when the pool has the connection back
   */
  public CompletionStage<@Nullable Void> close() {
    return lane.close(session::close);
  }

  /**
   * As {@link #close()}, for a session whose connection is known or feared to be broken: it is thrown
   * away.
   *
   * @return done when it is thrown away
   */
  public CompletionStage<@Nullable Void> invalidate() {
    return lane.close(session::invalidate);
  }
}
