package io.aludel.orm.internal.option;

import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.mapping.internal.OccurrenceNode;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import java.util.List;

/**
 * One relationship of a path.
 *
 * @param owner the entity that the relationship is taken from
 * @param attribute the name of the relationship
 * @param target the related entity, or one that extends it
 * @param criteria what related objects must satisfy, over the target itself
 */
public record Hop(Class<?> owner, String attribute, Class<?> target, List<Node> criteria) {
  public Hop {
    criteria = List.copyOf(criteria);
  }

  /** The criteria, over an occurrence of the target. */
  public List<Node> criteria(EntitySource occurrence) {
    return OccurrenceNode.moved(criteria, EntitySource.of(target), occurrence);
  }

  void key(KeyBuilder keys) {
    keys.add(owner).add(attribute).add(target).elements(criteria);
  }

  @Override
  public String toString() {
    return owner.getSimpleName() + "." + attribute;
  }
}
