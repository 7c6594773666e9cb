package io.aludel.orm.attribute;

import io.aludel.orm.event.EventAttribute;
import io.aludel.orm.mapping.MappedAttribute;

/**
 * An attribute of an occurrence of an entity: a value ({@link ValueAttribute}) or a relationship
 * ({@link RelationshipAttribute}). Immutable and safe to share.
 *
 * @param <E> the entity class
 * @param <T> the type of its value; for a collection that of the members
 */
public abstract sealed class Attribute<E, T> implements MappedAttribute<E>, EventAttribute<E, T>
    permits ValueAttribute, RelationshipAttribute {
  private final EntityReference<E> owner;
  private final String name;

  Attribute(EntityReference<E> owner, String name) {
    this.owner = owner;
    this.name = name;
  }

  /**
   * The occurrence of the entity that this is an attribute of.
   *
   * @return the entity itself, or an alias
   */
  public final EntityReference<E> owner() {
    return owner;
  }

  /**
   * The name of the attribute.
   *
   * @return the name of the field
   */
  @Override
  public final String name() {
    return name;
  }

  /**
   * The entity.
   *
   * @return its class
   */
  @Override
  public final Class<E> entity() {
    return owner.type();
  }

  /** The attribute as messages write it, such as {@code User.name}. */
  @Override
  public final String toString() {
    return owner + "." + name;
  }
}
