package io.aludel.orm.attribute;

import java.util.function.Supplier;

/**
 * A relationship to a collection of objects.
 *
 * @param <E> the entity class
 * @param <T> the related entity class
 * @param <R> the metamodel of the related entity
 */
public final class CollectionAttribute<E, T, R extends EntityReference<T>>
    extends RelationshipAttribute<E, T, R> {
  CollectionAttribute(EntityReference<E> owner, String name, Supplier<R> target) {
    super(owner, name, target);
  }
}
