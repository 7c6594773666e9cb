package io.aludel.orm.mapping;

import io.aludel.ArgumentException;
import io.aludel.ListenerHandle;
import io.aludel.engine.Connection;
import io.aludel.orm.event.internal.Listeners;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The events of one entity class, and where listeners are registered for them. A flush calls the listeners
 * of a step for all its objects before its first statement, and again after its last. What a listener
 * throws fails the flush. Registering and removing is safe from any thread.
 *
 * <p>A listener may change the attributes of the object it is called with that are kept in columns: the
 * statement about to be sent says so. SQL is run on the connection given. Adding, deleting and relating
 * other objects belongs into {@code beforeFlush} of the session; here it waits for the next flush, with a
 * warning.
 *
 * @param <E> the entity class
 */
public final class EntityEvents<E> extends Listeners<E> {
  private volatile List<List<RowListener<? super E>>> listeners = List.of();

  EntityEvents(String entity) {
    super(entity);
  }

  /** When a listener is called. */
  public enum Moment {
    /** Before an INSERT. */
    BEFORE_INSERT,
    /** After an INSERT. */
    AFTER_INSERT,
    /** Before an UPDATE. */
    BEFORE_UPDATE,
    /** After an UPDATE. */
    AFTER_UPDATE,
    /** Before a DELETE. */
    BEFORE_DELETE,
    /** After a DELETE. */
    AFTER_DELETE
  }

  /**
   * Hears of rows of an entity.
   *
   * @param <E> the entity class
   */
  @FunctionalInterface
  public interface RowListener<E> {
    /**
     * Called for each event.
     *
     * @param mapper the mapper of the object
     * @param connection the connection of the flush
     * @param entity the object
     */
    void happened(Mapper<? extends E> mapper, Connection connection, E entity);
  }

  /**
   * Registers for objects whose rows are about to be inserted.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle beforeInsert(RowListener<? super E> listener) {
    return add(Moment.BEFORE_INSERT, listener);
  }

  /**
   * Registers for objects whose rows were inserted; their keys are known.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle afterInsert(RowListener<? super E> listener) {
    return add(Moment.AFTER_INSERT, listener);
  }

  /**
   * Registers for changed objects that a flush considers, even if nothing turns out to be written.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle beforeUpdate(RowListener<? super E> listener) {
    return add(Moment.BEFORE_UPDATE, listener);
  }

  /**
   * Registers for changed objects that a flush considered, even if nothing was written.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle afterUpdate(RowListener<? super E> listener) {
    return add(Moment.AFTER_UPDATE, listener);
  }

  /**
   * Registers for objects whose rows are about to be deleted; not those that the database deletes by
   * itself.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle beforeDelete(RowListener<? super E> listener) {
    return add(Moment.BEFORE_DELETE, listener);
  }

  /**
   * Registers for objects whose rows were deleted; not those that the database deletes by itself.
   *
   * @param listener what is called
   * @return removes the listener
   */
  public ListenerHandle afterDelete(RowListener<? super E> listener) {
    return add(Moment.AFTER_DELETE, listener);
  }

  ListenerHandle add(Moment moment, RowListener<? super E> listener) {
    RowListener<? super E> checked =
        ArgumentException.requireNonNull(listener, "a listener of an entity");
    change(moment, listeners -> listeners.add(checked));
    return () -> change(moment, listeners -> remove(listeners, checked));
  }

  private static <T> void remove(List<T> listeners, T listener) {
    for (int i = 0; i < listeners.size(); i++) {
      if (listeners.get(i) == listener) {
        listeners.remove(i);
        return;
      }
    }
  }

  private synchronized void change(
      Moment moment, Consumer<List<RowListener<? super E>>> change) {
    List<List<RowListener<? super E>>> next = new ArrayList<>();
    for (Moment each : Moment.values()) {
      List<RowListener<? super E>> some = new ArrayList<>(of(each));
      if (each == moment) {
        change.accept(some);
      }
      next.add(List.copyOf(some));
    }
    listeners = List.copyOf(next);
  }

  private List<RowListener<? super E>> of(Moment moment) {
    List<List<RowListener<? super E>>> present = listeners;
    return present.isEmpty() ? List.of() : present.get(moment.ordinal());
  }

  /**
   * Whether anybody listens; costs one read if nobody ever did.
   *
   * @param moment when
   * @return true if there is a listener
   */
  public boolean isHeard(Moment moment) {
    return !of(moment).isEmpty();
  }

  /**
   * Calls the listeners in the order in which they were registered; flushes do.
   *
   * @param moment when
   * @param mapper the mapper of the object
   * @param connection the connection of the flush
   * @param entity an object of the entity
   */
  public void tell(Moment moment, Mapper<? extends E> mapper, Connection connection, E entity) {
    for (RowListener<? super E> listener : of(moment)) {
      happened(listener, mapper, connection, entity);
    }
  }

  @SuppressWarnings("unchecked") // a listener of a super class takes its mapper as one of that class
  private static <T> void happened(
      RowListener<T> listener, Mapper<?> mapper, Connection connection, Object entity) {
    listener.happened((Mapper<? extends T>) mapper, connection, (T) entity);
  }
}
