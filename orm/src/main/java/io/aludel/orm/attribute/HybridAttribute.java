package io.aludel.orm.attribute;

import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.mapping.internal.HybridNode;
import io.aludel.sql.Expression;
import io.aludel.sql.NewRow;
import io.aludel.sql.tree.Node;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a method marked {@link io.aludel.orm.annotation.Hybrid} means in SQL, as an attribute of an
 * occurrence of its entity: to select, to compare, to order and to group by. Those of this very class have
 * no order. Immutable and safe to share; what it stands for is worked out when a statement is compiled.
 *
 * @param <E> the entity class
 * @param <T> the Java type of the value, boxed
 */
public sealed class HybridAttribute<E, T> implements Expression<T>
    permits OrderedHybrid, BooleanHybrid {
  private final EntityReference<E> owner;
  private final String name;
  private final HybridNode node;

  HybridAttribute(
      EntityReference<E> owner,
      String name,
      Class<T> javaType,
      Supplier<? extends Expression<?>> sql,
      @Nullable Function<@Nullable Object, NewRow> update) {
    this.owner = owner;
    this.name = name;
    this.node = new HybridNode(
        (EntitySource) owner.fromNode(), owner.getClass(), name, javaType, sql, update);
  }

  /**
   * The occurrence of the entity that this belongs to.
   *
   * @return the entity itself, or an alias
   */
  public final EntityReference<E> owner() {
    return owner;
  }

  /**
   * The name in the metamodel.
   *
   * @return the name
   */
  public final String name() {
    return name;
  }

  @Override
  public final Node node() {
    return node;
  }

  /** The hybrid as messages write it, such as {@code User.fullName}. */
  @Override
  public final String toString() {
    return owner + "." + name;
  }
}
