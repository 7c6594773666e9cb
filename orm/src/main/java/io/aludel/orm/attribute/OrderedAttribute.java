package io.aludel.orm.attribute;

import io.aludel.sql.OrderedExpression;

/**
 * An attribute whose values have an order, such as a date.
 *
 * @param <E> the entity class
 * @param <T> the Java type of the value
 */
public sealed class OrderedAttribute<E, T> extends ValueAttribute<E, T>
    implements OrderedExpression<T> permits TextAttribute, NumericAttribute {
  OrderedAttribute(EntityReference<E> owner, String name, Class<T> javaType) {
    super(owner, name, javaType);
  }
}
