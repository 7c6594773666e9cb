package io.aludel.orm.attribute;

import io.aludel.orm.mapping.internal.AttributeNode;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.sql.Expression;
import io.aludel.sql.tree.Node;

/**
 * An attribute with a column, as an expression. Those of this very class have no order: they can be
 * equal, or not, and be among others.
 *
 * @param <E> the entity class
 * @param <T> the Java type of the value, boxed
 */
public sealed class ValueAttribute<E, T> extends Attribute<E, T> implements Expression<T>
    permits OrderedAttribute, BooleanAttribute, CompositeAttribute {
  private final Class<T> javaType;
  private final AttributeNode node;

  ValueAttribute(EntityReference<E> owner, String name, Class<T> javaType) {
    super(owner, name);
    this.javaType = javaType;
    this.node = new AttributeNode((EntitySource) owner.fromNode(), name);
  }

  /**
   * The Java type of the value.
   *
   * @return the class, boxed for a primitive
   */
  public final Class<T> javaType() {
    return javaType;
  }

  @Override
  public Node node() {
    return node;
  }
}
