package io.aludel.orm.attribute;

import io.aludel.sql.TextExpression;

/**
 * An attribute whose value is text.
 *
 * @param <E> the entity class
 */
public final class TextAttribute<E> extends OrderedAttribute<E, String> implements TextExpression {
  TextAttribute(EntityReference<E> owner, String name) {
    super(owner, name, String.class);
  }
}
