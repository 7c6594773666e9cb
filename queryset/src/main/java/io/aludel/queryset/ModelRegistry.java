package io.aludel.queryset;

import static io.aludel.ArgumentException.requireNonNull;

import io.aludel.async.AsyncEngine;
import io.aludel.engine.Engine;
import io.aludel.orm.Session;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.mapping.UnmappedClassException;
import io.aludel.schema.Table;
import jakarta.validation.ValidatorFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The entity classes that query sets are asked for, on one engine. Made once, when an application starts,
 * and closed when it ends; safe to share. What returns a future is done on a worker thread.
 */
public final class ModelRegistry implements AutoCloseable {
  private final Registry registry;
  private final Work work;
  private final Runnable closing;
  private final Map<Class<?>, Source<?>> sources = new HashMap<>();

  private ModelRegistry(
      Registry registry, Work work, Collection<? extends Source<?>> sources, Runnable closing) {
    this.registry = registry;
    this.work = work;
    this.closing = closing;
    sources.forEach(each -> this.sources.put(each.mapper().type(), each));
  }

  /**
   * A registry of classes.
   *
   * @param engine where their tables are; closed by whoever opened it
   * @param entities the entity classes
   * @return the registry, to be closed by the caller
   * @throws io.aludel.orm.mapping.MappingException if they cannot be mapped
   * @throws QuerySetException if the annotations of an attribute contradict each other
   */
  public static ModelRegistry of(Engine engine, Class<?>... entities) {
    return over(engine, Registry.of(entities));
  }

  /**
   * A registry of classes that are mapped already.
   *
   * @param engine where their tables are; closed by whoever opened it
   * @param registry the mapped classes
   * @return the registry, to be closed by the caller
   * @throws QuerySetException if the annotations of an attribute contradict each other
   */
  public static ModelRegistry over(Engine engine, Registry registry) {
    return over(
        requireNonNull(engine, "the engine of models"),
        requireNonNull(registry, "the registry of models"),
        () -> {});
  }

  /**
   * A registry of classes, with an engine of its own: the connections are closed with the registry.
   *
   * @param url a JDBC URL, which says database and driver
   * @param entities the entity classes
   * @return the registry, to be closed by the caller
   * @throws io.aludel.ArgumentException if {@code url} is no JDBC URL, or no dialect serves it
   * @throws io.aludel.orm.mapping.MappingException if the classes cannot be mapped
   * @throws QuerySetException if the annotations of an attribute contradict each other
   */
  public static ModelRegistry open(String url, Class<?>... entities) {
    Registry registry = Registry.of(entities);
    Engine engine = Engine.create(url);
    try {
      return over(engine, registry, engine::close);
    } catch (RuntimeException failure) {
      engine.close();
      throw failure;
    }
  }

  private static ModelRegistry over(Engine engine, Registry registry, Runnable last) {
    registry.configure();
    ValidatorFactory validators = Constraints.factory();
    List<Intake<?>> intakes = new ArrayList<>();
    Work work;
    try {
      registry
          .mappers()
          .forEach(each -> intakes.add(new Intake<>(each, validators.getValidator())));
      work = new OwnTransactions(engine, registry);
    } catch (RuntimeException failure) {
      validators.close();
      throw failure;
    }
    List<Source<?>> sources = new ArrayList<>();
    intakes.forEach(each -> sources.add(source(each, work)));
    return new ModelRegistry(registry, work, sources, () -> {
      work.close();
      validators.close();
      last.run();
    });
  }

  private static <E> Source<E> source(Intake<E> intake, Work work) {
    return new Source<>(intake.mapper(), new Lookups(intake.mapper()), intake, work);
  }

  private ModelRegistry within(Work other, Runnable last) {
    return new ModelRegistry(
        registry,
        other,
        sources.values().stream().map(each -> each.within(other)).toList(),
        last);
  }

  /** Kept under the class of its mapper; a class without one is refused by the registry. */
  @SuppressWarnings("unchecked")
  private <E> Source<E> source(Class<E> entity) {
    requireNonNull(entity, "an entity class");
    return (Source<E>)
        Objects.requireNonNull(sources.get(registry.mapper(entity).type()));
  }

  @SuppressWarnings("unchecked")
  private <E> Source<E> source(E object) {
    return source((Class<E>) requireNonNull(object, "an object").getClass());
  }

  /**
   * Creates the tables that are missing.
   *
   * @return when they are there
   */
  public CompletableFuture<@Nullable Void> createAll() {
    return work.later(() -> {
      work.define(registry.metadata(), Work.Change.CREATE);
      return null;
    });
  }

  /**
   * Drops the tables, with all rows.
   *
   * @return when they are gone
   */
  public CompletableFuture<@Nullable Void> dropAll() {
    return work.later(() -> {
      work.define(registry.metadata(), Work.Change.DROP);
      return null;
    });
  }

  /**
   * All objects of a class.
   *
   * @param entity the class
   * @param <E> its type
   * @return the query set
   * @throws UnmappedClassException if this registry does not have it
   */
  public <E> QuerySet<E> objects(Class<E> entity) {
    Source<E> source = source(entity);
    return new QuerySet<>(source, Query.of(source.mapper()));
  }

  /**
   * The table of a class, to be used in statements (parity row ORM-ENC-04).
   *
   * @param entity the class
   * @return the table
   * @throws UnmappedClassException if this registry does not have it
   */
  public Table table(Class<?> entity) {
    return source(entity).mapper().table();
  }

  /**
   * Checks values, writes them to the row of an object by one UPDATE, and sets them on it. Nothing else of
   * the object is written.
   *
   * @param object the object, not used by another thread meanwhile
   * @param values values by attribute
   * @param <E> its class
   * @return the object; fails with {@link ValidationException} before any SQL, with {@link
   *     NoMatchException} if the row is gone
   */
  public <E> CompletableFuture<E> update(E object, Map<String, ? extends @Nullable Object> values) {
    Source<E> source = source(object);
    requireNonNull(values, "the values to change");
    return work.later(() -> source.update(object, values));
  }

  /**
   * Deletes the row of an object. What refers to it is the database's affair.
   *
   * @param object the object
   * @return when it is gone; fails with {@link NoMatchException} if it was already
   */
  public CompletableFuture<@Nullable Void> delete(Object object) {
    Source<Object> source = source(object);
    return work.later(() -> {
      source.delete(object);
      return null;
    });
  }

  /**
   * Loads an object anew by its key, or for the first time where it was only referred to.
   *
   * @param object the object, not used by another thread meanwhile
   * @param <E> its class
   * @return the object; fails with {@link NoMatchException} if the row is gone
   */
  public <E> CompletableFuture<E> load(E object) {
    Source<E> source = source(object);
    return work.later(() -> source.load(object));
  }

  /**
   * Whether two objects are of one class and have equal values in all columns. Loads nothing: what is not
   * loaded is equal to what is not loaded.
   *
   * @param left an object, or null
   * @param right an object, or null
   * @return true if so
   */
  public boolean equal(@Nullable Object left, @Nullable Object right) {
    if (left == right || left == null || right == null || left.getClass() != right.getClass()) {
      return left == right;
    }
    for (ColumnProperty<?> each : source(left).mapper().columnProperties()) {
      if (!Objects.deepEquals(Model.read(left, each), Model.read(right, each))) {
        return false;
      }
    }
    return true;
  }

  /**
   * The printed form of an object: its class and its key, as in {@code User(id=1)}.
   *
   * @param object the object
   * @return the text
   */
  public String describe(Object object) {
    return Source.describe(source(object).mapper(), object);
  }

  /**
   * The database beneath, for statements of its own: connections, rows, single values, transactions. Also
   * for the blocking engine. What it does is no part of this registry's transaction.
   *
   * @return the engine, which shares the worker threads of this registry
   */
  public AsyncEngine database() {
    return work.database();
  }

  /**
   * Does blocking work in a session, in one transaction: for whatever query sets do not have. Within {@link
   * #transaction} it is part of that one. Objects among the result are detached and keep their values.
   *
   * @param unit uses the session, on a worker thread
   * @param <R> what it gives
   * @return what it gave, when it is committed; fails with what it threw
   */
  public <R extends @Nullable Object> CompletableFuture<R> withSession(
      Function<? super Session, ? extends R> unit) {
    requireNonNull(unit, "the work of a session");
    return work.later(() -> work.<R>now(unit));
  }

  /**
   * Does several calls in one transaction: commits when the stage that the work gives is done, rolls back
   * when it fails. The calls of the registry that the work is given run one after the other on one
   * connection, each within a savepoint, so that a call which fails leaves what others did if its failure
   * is dealt with. Within a transaction, another one is a savepoint.
   *
   * @param unit makes calls of the registry that it is given, which ends with the transaction
   * @param <R> what it gives
   * @return what it gave, when it is committed; fails as it failed
   */
  public <R extends @Nullable Object> CompletableFuture<R> transaction(
      Function<? super ModelRegistry, ? extends CompletionStage<R>> unit) {
    requireNonNull(unit, "the work of a transaction");
    return work.<R>together(one ->
        requireNonNull(unit.apply(within(one, () -> {})), "the stage of a transaction's work"));
  }

  /**
   * A registry over the same database in one transaction, which is rolled back when the registry is closed:
   * for tests, which leave nothing behind. Its calls run one after the other. What other transactions do is
   * seen as far as the isolation level of the database lets it.
   *
   * @return the registry, to be closed by the caller before this one
   * @throws QuerySetException if this registry is in a transaction already
   */
  public CompletableFuture<ModelRegistry> rollingBack() {
    return work.rollingBack().thenApply(one -> within(one, one::close));
  }

  /**
   * Waits for what runs and ends the worker threads. The engine stays open, unless this registry was made
   * by {@link #open}. Of a registry {@link #rollingBack}: rolls back. Of one in a {@link #transaction}: does
   * nothing.
   */
  @Override
  public void close() {
    closing.run();
  }
}
