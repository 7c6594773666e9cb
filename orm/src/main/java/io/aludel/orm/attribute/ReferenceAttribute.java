package io.aludel.orm.attribute;

import java.util.function.Supplier;

/**
 * A relationship to one object.
 *
 * @param <E> the entity class
 * @param <T> the related entity class
 * @param <R> the metamodel of the related entity
 */
public final class ReferenceAttribute<E, T, R extends EntityReference<T>>
    extends RelationshipAttribute<E, T, R> {
  ReferenceAttribute(EntityReference<E> owner, String name, Supplier<R> target) {
    super(owner, name, target);
  }
}
