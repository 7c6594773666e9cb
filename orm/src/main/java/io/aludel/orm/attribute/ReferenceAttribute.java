package io.aludel.orm.attribute;

import io.aludel.ArgumentException;
import io.aludel.orm.mapping.internal.relation.NothingTest;
import io.aludel.orm.mapping.internal.relation.ObjectTest;
import io.aludel.sql.Condition;
import io.aludel.sql.Expression;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A relationship to one object.
 *
 * @param <E> the entity class
 * @param <T> the related entity class
 * @param <R> the metamodel of the related entity
 */
public final class ReferenceAttribute<E, T, R extends EntityReference<T>>
    extends RelationshipAttribute<E, T, R> {
  ReferenceAttribute(
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
  public <S extends T, Q extends EntityReference<S>> ReferenceAttribute<E, S, Q> ofType(
      Q occurrence) {
    ArgumentException.requireNonNull(occurrence, "the type of " + this);
    return new ReferenceAttribute<>(
        owner(), name(), new Target<>(() -> occurrence, () -> occurrence), criteria());
  }

  /**
   * This relationship with further conditions on the related rows, wherever it is used: in joins, tests
   * and loaders.
   *
   * @param conditions the conditions, over the related entity
   * @return the narrower relationship
   */
  public ReferenceAttribute<E, T, R> and(Condition... conditions) {
    return new ReferenceAttribute<>(owner(), name(), way(), joined(criteria(), conditions));
  }

  /**
   * Whether it is this very object, by the key that the object has when the statement runs; without a
   * join. Null asks for none (parity row ORM-REL-29).
   *
   * @param object the object, or null
   * @return the condition
   * @throws ArgumentException if it is no object of the related class
   */
  public Condition eq(@Nullable T object) {
    return object == null
        ? isNull()
        : new Test(ObjectTest.is(path(), managed(object, target().type(), "the object")));
  }

  /**
   * Whether it is another object, or none. Null asks for any.
   *
   * @param object the object, or null
   * @return the condition
   * @throws ArgumentException if it is no object of the related class
   */
  public Condition ne(@Nullable T object) {
    return object == null
        ? isNotNull()
        : new Test(ObjectTest.isNot(path(), managed(object, target().type(), "the object")));
  }

  /**
   * Whether it leads to no object. Asks the foreign key, or for the absence of a row that refers here.
   *
   * @return the condition
   */
  public Condition isNull() {
    return new Test(new NothingTest(path(), false));
  }

  /**
   * Whether it leads to an object.
   *
   * @return the condition
   */
  public Condition isNotNull() {
    return new Test(new NothingTest(path(), true));
  }

  /**
   * Whether there is a related row; as a subquery.
   *
   * @return the condition
   */
  public Condition has() {
    return exists(null);
  }

  /**
   * Whether there is a related row for which something holds; as a subquery (parity row ORM-REL-29).
   *
   * @param condition says what, of the occurrence in the subquery
   * @return the condition
   */
  public Condition has(Function<? super R, Condition> condition) {
    return exists(ArgumentException.requireNonNull(condition, "the condition on " + this));
  }

  /**
   * Whether there is a related row for which something holds; as a subquery. Where an entity is related
   * to itself, attributes of the entity are those of the related row.
   *
   * @param conditions what must hold, over {@link #target()}
   * @return the condition
   */
  public Condition has(Condition... conditions) {
    return existsWith(conditions);
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
        toString(), has(), test -> has(related -> test.apply(value.apply(related))));
  }
}
