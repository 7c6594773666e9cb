package io.aludel.orm.internal.option;

import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import org.jspecify.annotations.Nullable;

/**
 * One relationship of a path.
 *
 * @param owner the entity that the relationship is taken from
 * @param attribute the name of the relationship
 * @param target the related entity, or one that extends it
 * @param criteria what related objects must satisfy, or null
 */
public record Hop(
    Class<?> owner,
    String attribute,
    Class<?> target,
    @Nullable Node criteria) {
  void key(KeyBuilder keys) {
    keys.add(owner).add(attribute).add(target).optional(criteria);
  }

  @Override
  public String toString() {
    return owner.getSimpleName() + "." + attribute;
  }

  /** A hop from an occurrence; only the first of a path tells which. */
  static boolean startsAt(Class<?> owner, EntitySource source) {
    return owner.isAssignableFrom(source.type());
  }
}
