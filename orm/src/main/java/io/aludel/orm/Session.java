package io.aludel.orm;

import io.aludel.ArgumentException;
import io.aludel.engine.Connection;
import io.aludel.engine.Result;
import io.aludel.orm.attribute.ValueAttribute;
import io.aludel.orm.internal.session.Execution;
import io.aludel.orm.internal.session.FactoryCore;
import io.aludel.orm.internal.session.KeyArgument;
import io.aludel.orm.internal.session.Operation;
import io.aludel.orm.internal.session.SessionCore;
import io.aludel.orm.internal.session.SessionSettings;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.sql.Executable;
import io.aludel.sql.Expression;
import io.aludel.sql.Row;
import io.aludel.sql.RowStatement;
import io.aludel.sql.tree.statement.LockNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work with the objects it works on. An object is in one of five states: <i>transient</i>, made
 * by the application and unknown here; <i>pending</i>, added and not written yet; <i>persistent</i>, with
 * a row in the database; <i>deleted</i>, its DELETE sent in the open transaction; <i>detached</i>, with an
 * identity and no session. For each row a session has one object at most.
 *
 * <pre>{@code
 * try (Session session = sessions.open()) {
 *   User user = session.getOne(User.class, 7);
 *   user.setName("Ann");
 *   session.commit();
 * }
 * }</pre>
 *
 * <p>A transaction begins with the first change or statement, and ends with {@link #commit()}, {@link
 * #rollback()} or {@link #close()}. Changes are written by {@link #flush()}, which comes by itself before
 * statements and commits. When a flush fails, the transaction is rolled back and the session refuses work
 * until {@link #rollback()} is called.
 *
 * <p>A session serves one thread at a time, and says so when two use it at once.
 */
public final class Session implements AutoCloseable {
  private static final int[] ALL = {};

  private final SessionCore core;
  private final Execution execution;

  Session(FactoryCore factory, SessionSettings settings, @Nullable Connection given) {
    this.core = new SessionCore(this, factory, settings, given, SessionTransaction::new);
    this.execution = new Execution(core, factory);
  }

  /** The inside, for what works on a session without being a method of it. */
  SessionCore core() {
    return core;
  }

  // Objects

  /**
   * Puts an object into this session: a new one will be inserted by the next flush, a detached one is
   * attached again, a mark for deletion is taken back. Sends no SQL. Does nothing for an object that is
   * here.
   *
   * @param object an object of a mapped class
   * @throws io.aludel.orm.mapping.UnmappedClassException if its class is not mapped
   * @throws ObjectStateException if it belongs to another session, was deleted, or another object here has
   *     its identity
   */
  public void add(Object object) {
    core.doing(Operation.ADD, () -> core.objects().add(object));
  }

  /**
   * Adds several objects, in order.
   *
   * @param objects objects of mapped classes
   * @throws ObjectStateException as {@link #add(Object)} does; the objects before the guilty one are added
   */
  public void addAll(Collection<?> objects) {
    ArgumentException.requireNonNull(objects, "the objects to add");
    core.doing(Operation.ADD, () -> objects.forEach(core.objects()::add));
  }

  /**
   * Marks an object for deletion by the next flush. Sends no SQL. A detached object is attached first.
   *
   * @param object an object with a row
   * @throws ObjectStateException if it has no row, was deleted, or belongs to another session
   */
  public void delete(Object object) {
    core.doing(Operation.DELETE, () -> core.objects().delete(object));
  }

  /**
   * Copies the state of an object of no session, or of another one, onto the session's own object of
   * that identity, and that of all objects which its {@code MERGE} cascades reach; the given objects stay
   * outside. The own object comes from the session, else by one SELECT; where there is no row it is a new
   * pending one. Only attributes with a value are copied, null included, through validators and
   * listeners; a collection replaces the present one, which is loaded for that. Flushes first, unless
   * autoflush is off.
   *
   * @param object the object to copy
   * @param options {@link MergeOption#WITHOUT_LOADING} to send no SQL; {@link MergeOption#loading}
   * @param <E> its class
   * @return the session's own object
   * @throws StaleDataException if the given object is of another version than the row
   * @throws ObjectStateException without loading, if the object is transient or has unflushed changes
   * @throws io.aludel.orm.mapping.UnmappedClassException if its class is not mapped
   */
  public <E> E merge(E object, MergeOption... options) {
    ArgumentException.requireNonNull(object, "the object to merge");
    return Merges.into(this).all(List.of(object), options).get(0);
  }

  /**
   * Lets go of an object: a pending one becomes transient, one with a row detached. Sends no SQL; changes
   * that were not flushed stay on the object and are not written.
   *
   * @param object an object of this session
   * @throws ObjectStateException if it does not belong to this session
   */
  public void expunge(Object object) {
    core.doing(Operation.EXPUNGE, () -> core.objects().expunge(object));
  }

  /** Lets go of all objects. Sends no SQL, and leaves the transaction open. */
  public void expungeAll() {
    core.doing(Operation.EXPUNGE, core.objects()::expungeAll);
  }

  /**
   * Whether an object belongs to this session and has not been deleted.
   *
   * @param object any object
   * @return true for a pending or persistent object of this session
   */
  public boolean contains(Object object) {
    return core.within(Operation.INSPECT, () -> {
      EntityState state = core.findState(object);
      return state != null && !state.isDeleted();
    });
  }

  /**
   * The objects that the next flush will insert.
   *
   * @return a copy, in the order in which they were added
   */
  public List<Object> newObjects() {
    return core.within(Operation.INSPECT, () -> objects(core.contents().pending()));
  }

  /**
   * The objects with a row that were written to since the last flush, be it with equal values (see {@link
   * #isModified}), and that are not marked for deletion.
   *
   * @return a copy
   */
  public List<Object> dirty() {
    return core.within(Operation.INSPECT, () -> objects(core.contents().dirty()));
  }

  /**
   * The objects that the next flush will delete.
   *
   * @return a copy
   */
  public List<Object> deleted() {
    return core.within(Operation.INSPECT, () -> objects(core.contents().marked()));
  }

  private static List<Object> objects(Collection<EntityState> states) {
    List<Object> objects = new ArrayList<>(states.size());
    for (EntityState state : states) {
      ManagedEntity entity = state.get();
      if (entity != null) {
        objects.add(entity);
      }
    }
    return objects;
  }

  /**
   * Whether an object has anything to write, comparing values. Loads nothing: an attribute whose old
   * value is not known counts as changed once it is written.
   *
   * @param object an object of this session
   * @return true if the next flush would write it; always for a pending one
   * @throws ObjectStateException if it does not belong to this session
   */
  public boolean isModified(Object object) {
    return core.within(Operation.INSPECT, () -> {
      EntityState state = core.objects().stateOf(object, "compare");
      return state.isPending() || state.hasDifferences((ManagedEntity) object);
    });
  }

  // Loading

  /**
   * The object of a key. Costs nothing if the session has it, else one SELECT, before which it may flush.
   * An object that was expired is read again first; an object marked for deletion is still found.
   *
   * @param entity the entity class
   * @param key the value of the key attribute; for several a List, an array, or a Map by attribute name
   * @param options {@link Orm#populateExisting()}, to read the row in any case; {@link Orm#locking}
   * @param <E> the entity class
   * @return the object, or null if there is no such row
   * @throws StaleDataException if the row is locked, and its version is not the one the session knows
   * @throws WrongKeyException if the key is null, of a wrong type, or has the wrong parts
   */
  public <E> @Nullable E get(Class<E> entity, Object key, ExecutionOption... options) {
    ArgumentException.requireNonNull(entity, "the class of the object to get");
    return core.within(Operation.GET, () -> {
      EntityLayout layout = core.layoutOf(entity);
      Object identity = KeyArgument.read(layout, key);
      LockNode lock = Execution.lock(options);
      boolean overwrite = Execution.overwrites(options);
      return entity.cast(
          lock == null
              ? core.get(layout, identity, overwrite)
              : core.getLocked(layout, identity, lock, overwrite));
    });
  }

  /**
   * The object of a key, as {@link #get} finds it.
   *
   * @param entity the entity class
   * @param key the value of the key attribute; for several a List, an array, or a Map by attribute name
   * @param options {@link Orm#populateExisting()}, to read the row in any case
   * @param <E> the entity class
   * @return the object
   * @throws ObjectNotFoundException if there is no such row
   * @throws WrongKeyException if the key is null, of a wrong type, or has the wrong parts
   */
  public <E> E getOne(Class<E> entity, Object key, ExecutionOption... options) {
    E found = get(entity, key, options);
    if (found == null) {
      throw new ObjectNotFoundException(entity.getSimpleName(), key);
    }
    return found;
  }

  /**
   * Reads an object again, dropping changes that were not flushed. Costs one SELECT, before which other
   * changes may be flushed.
   *
   * @param object a persistent object of this session
   * @param options {@link Orm#locking}
   * @throws ObjectStateException if it is not persistent in this session
   * @throws ObjectDeletedException if its row is gone
   */
  public void refresh(Object object, ExecutionOption... options) {
    ArgumentException.requireNonNull(options, "the options of a refresh");
    LockNode lock = Execution.lock(options);
    core.doing(Operation.REFRESH, () -> {
      if (lock == null) {
        core.objects().refresh(object, ALL);
      } else {
        core.objects().refreshLocked(object, lock);
      }
    });
  }

  /**
   * Reads some attributes of an object again, dropping their changes.
   *
   * @param object a persistent object of this session
   * @param first an attribute of it
   * @param more further attributes
   * @throws ObjectStateException if it is not persistent in this session, or a key attribute that is not
   *     named was changed
   * @throws ObjectDeletedException if its row is gone
   */
  public void refresh(Object object, ValueAttribute<?, ?> first, ValueAttribute<?, ?>... more) {
    core.doing(
        Operation.REFRESH,
        () -> core.objects().refresh(object, core.objects().indexes(object, first, more)));
  }

  /**
   * Drops the values of an object, changes included, so that they are read again when they are next used.
   * Sends no SQL.
   *
   * @param object a persistent object of this session
   * @throws ObjectStateException if it is not persistent in this session
   */
  public void expire(Object object) {
    core.doing(Operation.EXPIRE, () -> core.objects().expire(object, ALL));
  }

  /**
   * Drops the values of some attributes, changes included.
   *
   * @param object a persistent object of this session
   * @param first an attribute of it
   * @param more further attributes
   * @throws ObjectStateException if it is not persistent in this session
   */
  public void expire(Object object, ValueAttribute<?, ?> first, ValueAttribute<?, ?>... more) {
    core.doing(
        Operation.EXPIRE,
        () -> core.objects().expire(object, core.objects().indexes(object, first, more)));
  }

  /** Drops the values of all persistent objects, changes included. Sends no SQL. */
  public void expireAll() {
    core.doing(Operation.EXPIRE, core.objects()::expireAll);
  }

  // Statements

  /**
   * Runs a statement, over entities or not. May flush first. Entities among the rows are the session's
   * objects; all rows are read before the result is given. An UPDATE or DELETE of entities keeps the
   * objects of the session in step.
   *
   * @param statement the statement
   * @return its rows, or the number of rows it touched
   */
  public Result<Row> execute(Executable statement) {
    return execute(statement, Map.of());
  }

  /**
   * Runs a statement with named parameters; see {@link #execute(Executable)}.
   *
   * @param statement the statement
   * @param parameters values by name
   * @return its rows, or the number of rows it touched
   */
  public Result<Row> execute(
      Executable statement, Map<String, ? extends @Nullable Object> parameters) {
    ArgumentException.requireNonNull(statement, "the statement to execute");
    ArgumentException.requireNonNull(parameters, "the parameters of a statement");
    return core.within(
        Operation.EXECUTE, () -> execution.execute(statement.statementNode(), parameters));
  }

  /**
   * Runs a statement once for each map of named parameters, as a batch. Objects of the session are not
   * kept in step. An UPDATE of an entity that sets nothing takes the maps as rows: each is found by its key,
   * gets the other values it names, and objects of the session get them too, unless that is switched off.
   *
   * <p>An INSERT of an entity takes the maps as rows too (parity row ORM-QRY-31), with what {@code values} says
   * of each. A map names attributes, composites or columns; its values may be SQL. Runs of maps that name the
   * same travel together; rows of joined tables go table by table. A null counts as not said, unless {@link
   * Orm#renderNulls} is among the options. What the rows give back comes in the order of the maps. Entities
   * among it become objects of the session, which count as loaded and not as new: after a rollback they are
   * there, expired, and reading one reports that its row is gone. Without {@code returning} the session hears
   * of no object. Rows with keys of their own of which the database is to tell what it made, and upserts that give
   * anything back, go one by one; an upsert gives a row that was there only if it changes it.
   *
   * @param statement the statement
   * @param rows values by name, one map for each execution
   * @return the number of rows touched, or the rows that an INSERT gives back
   * @throws io.aludel.orm.mapping.MappingException if a map names no attribute of the entity
   * @throws StaleDataException if an UPDATE by key finds no row of a key, and has no criteria of its own
   * @throws FlushException if a map for an UPDATE by key lacks a part of the key, or a value cannot be that
   *     of its attribute
   * @throws UnsupportedStatementException if an UPDATE by key is to be kept in step by {@link
   *     Synchronize#FETCH}, or has criteria of its own and is not without keeping in step; or if rows are to be
   *     given back by a database, or from a table, that has no {@code INSERT … RETURNING}
   */
  public Result<Row> execute(
      Executable statement, List<? extends Map<String, ? extends @Nullable Object>> rows) {
    ArgumentException.requireNonNull(statement, "the statement to execute");
    ArgumentException.requireNonNull(rows, "the parameters of a statement");
    return core.within(
        Operation.EXECUTE, () -> execution.executeEach(statement.statementNode(), rows));
  }

  /**
   * Runs a statement and gives the first entry of each row, as in a list of objects.
   *
   * @param statement the statement
   * @param <T> the type of the first entry
   * @return the first entries
   */
  public <T> Result<T> scalars(RowStatement<T> statement) {
    ArgumentException.requireNonNull(statement, "the statement to execute");
    return core.within(
        Operation.EXECUTE, () -> execution.scalars(statement.statementNode(), Map.of()));
  }

  /**
   * Runs a statement and gives the first entry of the first row.
   *
   * @param statement the statement
   * @param <T> the type of the first entry
   * @return the entry, or null if it is NULL or there is no row
   */
  public <T> @Nullable T scalar(RowStatement<T> statement) {
    return scalars(statement).first();
  }

  /**
   * Does work during which no statement flushes by itself. {@link #flush()} and {@link #commit()} still
   * do.
   *
   * @param work the work
   */
  public void noAutoflush(Runnable work) {
    ArgumentException.requireNonNull(work, "the work without autoflush");
    noAutoflush(() -> {
      work.run();
      return null;
    });
  }

  /**
   * Does work during which no statement flushes by itself, and gives its result.
   *
   * @param work the work
   * @param <T> the type of the result
   * @return what the work returned
   */
  public <T extends @Nullable Object> T noAutoflush(Supplier<T> work) {
    ArgumentException.requireNonNull(work, "the work without autoflush");
    return core.within(Operation.INSPECT, () -> core.withoutAutoflush(work));
  }

  /**
   * The connection of this session's transaction, which is begun if need be. Does not flush. It belongs
   * to the session: do not close it, nor end its transaction.
   *
   * @param choices for a session on several engines whose connection it is, and how it is opened
   * @return the connection
   * @throws UnboundException if no engine is known
   * @throws SessionStateException if options are given for a connection that takes part already
   */
  public Connection connection(ConnectionChoice... choices) {
    ArgumentException.requireNonNull(choices, "the choices of a connection");
    return core.within(Operation.CONNECTION, () -> ConnectionChoice.connect(core, choices));
  }

  // Transactions

  /**
   * Writes all changes: updates, then inserts, then deletes for each entity, parents before children and
   * deletes the other way round. Costs nothing when nothing changed, however much is loaded.
   *
   * @throws FlushException if the changes cannot be written
   * @throws StaleDataException if a row to be updated is gone
   * @throws io.aludel.engine.DatabaseException if the database refuses a statement
   */
  public void flush() {
    core.doing(Operation.FLUSH, core.lifecycle()::flush);
  }

  /**
   * What the next flush would do, step by step, each with its objects. May load collections that the flush
   * has to know, and changes nothing. A step is one of these, in the order in which they will run:
   *
   * <pre>
   *   save User: update User[id=1]; insert User[new]
   *   delete Post: Post[id=3]
   *   link Student.courses: Student[new] - Course[id=1]
   *   unlink Student.courses: Student[id=2] - Course[id=1]
   *   post-update Document.cover: Document[new]
   *   set aside users.email: User[id=4]
   * </pre>
   *
   * @return one numbered step a line; empty if there is nothing to flush
   */
  public String explainFlush() {
    return core.within(Operation.EXPLAIN, core::explainFlush);
  }

  /**
   * Has the next flush write an SQL expression for an attribute, such as {@code User_.visits.plus(1)}, in a
   * statement of its own. Until the flush the attribute has no value; reading it flushes and loads what
   * the database made of it. A value assigned afterwards takes the place of the expression. The expression
   * {@code nullValue()} writes NULL where null would mean the column's default.
   *
   * @param object an object of this session
   * @param attribute one of its attributes
   * @param expression SQL over columns of the row, or none
   * @param <E> the entity
   * @param <T> the type of the attribute
   * @throws ObjectStateException if the object does not belong to this session
   */
  public <E, T> void setExpression(
      E object, ValueAttribute<? super E, T> attribute, Expression<? extends T> expression) {
    ArgumentException.requireNonNull(attribute, "the attribute an expression is set for");
    ArgumentException.requireNonNull(expression, "the expression of an attribute");
    core.doing(
        Operation.CHANGE, () -> core.objects().setExpression(object, attribute, expression.node()));
  }

  /**
   * Begins a transaction, for those who want to see where it begins. Takes no connection before SQL is
   * needed.
   *
   * @return the transaction
   * @throws SessionStateException if one is open
   */
  public SessionTransaction begin() {
    return core.within(
        Operation.BEGIN, () -> new SessionTransaction(core, core.lifecycle().begin()));
  }

  /**
   * Flushes and begins a savepoint; the database hears of it when the first statement runs within.
   *
   * @return the savepoint, to be committed or rolled back
   */
  public SessionTransaction beginNested() {
    return core.within(
        Operation.BEGIN, () -> new SessionTransaction(core, core.lifecycle().beginNested()));
  }

  /**
   * Flushes and commits, savepoints included, and gives the connection back. Afterwards all objects are
   * expired, unless switched off, and deleted ones detached.
   *
   * @throws FlushException if the changes cannot be written
   * @throws io.aludel.engine.DatabaseException if the database refuses
   */
  public void commit() {
    core.doing(Operation.COMMIT, core.lifecycle()::commit);
  }

  /** Commits, and leaves values as they are: the session is closed next, so nobody reads again. */
  void commitForGood() {
    core.doing(Operation.COMMIT, core.lifecycle()::commitForGood);
  }

  /**
   * Rolls back, savepoints included. Objects added in the transaction become transient, keeping their
   * values; deleted ones persistent again; all others are expired. Makes the session usable again after a
   * failed flush.
   */
  public void rollback() {
    core.doing(Operation.ROLLBACK, core.lifecycle()::rollback);
  }

  /**
   * Whether a transaction is open.
   *
   * @return true from the first use to the end of the transaction
   */
  public boolean inTransaction() {
    return core.lifecycle().innermost() != null;
  }

  /**
   * The innermost transaction or savepoint that is open.
   *
   * @return the transaction, or null
   */
  public @Nullable SessionTransaction getTransaction() {
    return SessionTransaction.of(core, core.lifecycle().innermost());
  }

  /**
   * Whether the session takes work: it is not closed and waits for no rollback.
   *
   * @return true if it can be used
   */
  public boolean isActive() {
    return core.isActive();
  }

  /** Lets go of all objects, rolls back, and gives the connection back. The session can be used again. */
  public void reset() {
    core.doing(Operation.RESET, core::reset);
  }

  /** As {@link #reset()}, for good: a closed session refuses everything but another close or a reset. */
  @Override
  public void close() {
    core.doing(Operation.CLOSE, core::close);
  }

  /**
   * As {@link #close()}, for a session whose connection is known or feared to be broken: it is thrown away
   * rather than given back, and so are those that were opened before it.
   */
  public void invalidate() {
    core.doing(Operation.CLOSE, core::invalidate);
  }

  /**
   * Tells whether the session is open, in a transaction, or waits for a rollback, and how many objects
   * the next flush will look at. Loads nothing.
   */
  @Override
  public String toString() {
    return "Session(" + core.describe() + ")";
  }
}
