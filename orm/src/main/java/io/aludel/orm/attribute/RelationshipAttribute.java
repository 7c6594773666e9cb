package io.aludel.orm.attribute;

import java.util.function.Supplier;

/**
 * A relationship to another entity.
 *
 * @param <E> the entity class
 * @param <T> the related entity class
 * @param <R> the metamodel of the related entity
 */
public abstract sealed class RelationshipAttribute<E, T, R extends EntityReference<T>>
    extends Attribute<E, T> permits ReferenceAttribute, CollectionAttribute {
  private final Supplier<R> target;

  RelationshipAttribute(EntityReference<E> owner, String name, Supplier<R> target) {
    super(owner, name);
    this.target = target;
  }

  /**
   * The related entity. Initialises its metamodel, which is why it is not asked for earlier: two
   * entities that refer to each other could not be initialised otherwise.
   *
   * @return the related entity itself, not an alias
   */
  public final R target() {
    return target.get();
  }
}
