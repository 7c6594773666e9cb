package io.aludel.orm.attribute;

import io.aludel.sql.NumericExpression;

/**
 * An attribute whose value is a number.
 *
 * @param <E> the entity class
 * @param <N> the Java type of the number, boxed
 */
public final class NumericAttribute<E, N extends Number> extends OrderedAttribute<E, N>
    implements NumericExpression<N> {
  NumericAttribute(EntityReference<E> owner, String name, Class<N> javaType) {
    super(owner, name, javaType);
  }
}
