package io.aludel.queryset;

import static io.aludel.ArgumentException.requireNonNull;

import io.aludel.engine.Engine;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.Registry;
import io.aludel.orm.mapping.UnmappedClassException;
import io.aludel.schema.Table;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/**
 * The entity classes that query sets are asked for, on one engine. Made once, when an application starts,
 * and closed when it ends; safe to share. What returns a future is done on a worker thread.
 */
public final class ModelRegistry implements AutoCloseable {
  private final Registry registry;
  private final Work work;
  private final ValidatorFactory validators;
  private final Map<Class<?>, Source<?>> sources = new HashMap<>();

  private ModelRegistry(Engine engine, Registry registry) {
    this.registry = registry;
    registry.configure();
    this.validators = Validation.byProvider(HibernateValidator.class)
        .configure()
        .messageInterpolator(new ParameterMessageInterpolator())
        .buildValidatorFactory();
    this.work = new Work(engine, registry);
    for (Mapper<?> mapper : registry.mappers()) {
      sources.put(mapper.type(), source(mapper));
    }
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
    return new ModelRegistry(
        requireNonNull(engine, "the engine of models"),
        requireNonNull(registry, "the registry of models"));
  }

  private <E> Source<E> source(Mapper<E> mapper) {
    return new Source<>(
        mapper, new Lookups(mapper), new Intake<>(mapper, validators.getValidator()), work);
  }

  /** Kept under the class of its mapper. */
  @SuppressWarnings("unchecked")
  private <E> Source<E> source(Class<E> entity) {
    Source<E> found = (Source<E>) sources.get(requireNonNull(entity, "an entity class"));
    return found == null ? source(registry.mapper(entity)) : found;
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
      registry.metadata().createAll(work.engine());
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
      registry.metadata().dropAll(work.engine());
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

  /** Waits for what runs and ends the worker threads. The engine stays open. */
  @Override
  public void close() {
    work.close();
    validators.close();
  }
}
