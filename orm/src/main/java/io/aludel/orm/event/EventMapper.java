package io.aludel.orm.event;

/**
 * The mapper of an object, as listeners of rows see it: which class is written.
 *
 * @param <E> the entity class
 */
public interface EventMapper<E> {
  /**
   * The entity class.
   *
   * @return the class
   */
  Class<E> type();

  /**
   * The entity as messages write it.
   *
   * @return the simple name of the class
   */
  String entityName();
}
