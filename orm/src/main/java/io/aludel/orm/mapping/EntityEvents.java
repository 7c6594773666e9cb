package io.aludel.orm.mapping;

import io.aludel.ListenerHandle;
import io.aludel.engine.Connection;
import io.aludel.orm.event.ObjectEvents;

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
public interface EntityEvents<E> extends ObjectEvents<E> {
  /** When a listener is called. */
  enum Moment {
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
  interface RowListener<E> {
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
  ListenerHandle beforeInsert(RowListener<? super E> listener);

  /**
   * Registers for objects whose rows were inserted; their keys are known.
   *
   * @param listener what is called
   * @return removes the listener
   */
  ListenerHandle afterInsert(RowListener<? super E> listener);

  /**
   * Registers for changed objects that a flush considers, even if nothing turns out to be written.
   *
   * @param listener what is called
   * @return removes the listener
   */
  ListenerHandle beforeUpdate(RowListener<? super E> listener);

  /**
   * Registers for changed objects that a flush considered, even if nothing was written.
   *
   * @param listener what is called
   * @return removes the listener
   */
  ListenerHandle afterUpdate(RowListener<? super E> listener);

  /**
   * Registers for objects whose rows are about to be deleted; not those that the database deletes by
   * itself.
   *
   * @param listener what is called
   * @return removes the listener
   */
  ListenerHandle beforeDelete(RowListener<? super E> listener);

  /**
   * Registers for objects whose rows were deleted; not those that the database deletes by itself.
   *
   * @param listener what is called
   * @return removes the listener
   */
  ListenerHandle afterDelete(RowListener<? super E> listener);

  /**
   * Whether anybody listens; costs one read if nobody ever did.
   *
   * @param moment when
   * @return true if there is a listener
   */
  boolean isHeard(Moment moment);

  /**
   * Calls the listeners in the order in which they were registered; flushes do.
   *
   * @param moment when
   * @param mapper the mapper of the object
   * @param connection the connection of the flush
   * @param entity an object of the entity
   */
  void tell(Moment moment, Mapper<? extends E> mapper, Connection connection, E entity);
}
