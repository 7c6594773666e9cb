package io.aludel.orm.attribute;

import io.aludel.sql.Condition;

/**
 * An attribute that is true or false, and so a condition by itself.
 *
 * @param <E> the entity class
 */
public final class BooleanAttribute<E> extends ValueAttribute<E, Boolean> implements Condition {
  BooleanAttribute(EntityReference<E> owner, String name) {
    super(owner, name, Boolean.class);
  }
}
