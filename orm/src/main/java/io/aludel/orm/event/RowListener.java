package io.aludel.orm.event;

import io.aludel.engine.Connection;

/**
 * Hears of the rows of objects. It may change those attributes of its own object that are kept in columns:
 * the statement about to be sent says so. SQL is run on the connection given. To add, delete or relate other
 * objects is for {@code beforeFlush} of the session; here it waits for the next flush, with a warning.
 *
 * @param <E> the entity class
 */
@FunctionalInterface
public interface RowListener<E> {
  /**
   * Called for each object.
   *
   * @param mapper which class is written
   * @param connection the connection of the flush
   * @param entity the object
   */
  void happened(EventMapper<?> mapper, Connection connection, E entity);
}
