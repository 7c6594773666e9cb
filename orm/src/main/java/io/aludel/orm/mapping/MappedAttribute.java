package io.aludel.orm.mapping;

/**
 * An attribute of an entity, as its mapping names it; the attributes of the generated metamodel are such.
 *
 * @param <E> the entity class
 */
public interface MappedAttribute<E> {
  /**
   * The name of the attribute.
   *
   * @return the name of the field
   */
  String name();

  /**
   * The entity.
   *
   * @return its class
   */
  Class<E> entity();
}
