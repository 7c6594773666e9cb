package io.aludel.orm.attribute;

import io.aludel.ArgumentException;
import io.aludel.orm.mapping.internal.relation.ObjectTest;
import io.aludel.sql.Condition;
import io.aludel.sql.Expression;
import java.util.List;
import java.util.function.Function;

/**
 * A relationship to a collection of objects.
 *
 * @param <E> the entity class
 * @param <T> the related entity class
 * @param <R> the metamodel of the related entity
 */
public final class CollectionAttribute<E, T, R extends EntityReference<T>>
    extends RelationshipAttribute<E, T, R> {
  CollectionAttribute(
      EntityReference<E> owner, String name, Target<R> target, List<Condition> criteria) {
    super(owner, name, target, criteria);
  }

  /**
   * This relationship leading to a sub class of the related entity, or to an alias.
   *
   * @param occurrence the sub class or alias
   * @param <S> the class
   * @param <Q> its metamodel
   * @return the narrower relationship
   */
  public <S extends T, Q extends EntityReference<S>> CollectionAttribute<E, S, Q> ofType(
      Q occurrence) {
    ArgumentException.requireNonNull(occurrence, "the type of " + this);
    return new CollectionAttribute<>(
        owner(), name(), new Target<>(() -> occurrence, () -> occurrence), criteria());
  }

  /**
   * This relationship with further conditions on the related rows, wherever it is used: in joins, tests
   * and loaders.
   *
   * @param conditions the conditions, over the related entity
   * @return the narrower relationship
   */
  public CollectionAttribute<E, T, R> and(Condition... conditions) {
    return new CollectionAttribute<>(owner(), name(), way(), joined(criteria(), conditions));
  }

  /**
   * Whether this very object is among them, by the key that the object has when the statement runs; of a
   * many-to-many relationship as a subquery of the link table (parity row ORM-REL-29).
   *
   * @param object the object
   * @return the condition
   * @throws ArgumentException if it is no object of the related class
   */
  public Condition contains(T object) {
    return new Test(ObjectTest.is(path(), managed(object, target().type(), "the object")));
  }

  /**
   * Whether there are any.
   *
   * @return the condition
   */
  public Condition any() {
    return exists(null);
  }

  /**
   * Whether there are any for which something holds; as a subquery (parity row ORM-REL-29).
   *
   * @param condition says what, of the occurrence in the subquery
   * @return the condition
   */
  public Condition any(Function<? super R, Condition> condition) {
    return exists(ArgumentException.requireNonNull(condition, "the condition on " + this));
  }

  /**
   * Whether there are any for which something holds; as a subquery. Where an entity is related to itself,
   * attributes of the entity are those of the related row.
   *
   * @param conditions what must hold, over {@link #target()}
   * @return the condition
   */
  public Condition any(Condition... conditions) {
    return existsWith(conditions);
  }

  /**
   * Whether there are none.
   *
   * @return the condition
   */
  public Condition isEmpty() {
    return any().not();
  }

  /**
   * What the related objects lead to, for conditions about that (parity row ORM-MAP-26).
   *
   * @param value the value, of an occurrence of the related entity
   * @param <V> the Java type of the value
   * @return the value as one of this entity
   */
  public <V> Association<V> through(Function<? super R, ? extends Expression<V>> value) {
    ArgumentException.requireNonNull(value, "what " + this + " leads to");
    return new Association<>(
        toString(), any(), test -> any(related -> test.apply(value.apply(related))));
  }
}
