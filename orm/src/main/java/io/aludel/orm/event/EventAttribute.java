package io.aludel.orm.event;

/**
 * An attribute to listen to; the attributes of the generated metamodel are such.
 *
 * @param <E> the entity class
 * @param <T> the type of its value; for a collection that of the members
 */
public interface EventAttribute<E, T> {
  /**
   * The name of the attribute.
   *
   * @return the name of the field
   */
  String name();
}
