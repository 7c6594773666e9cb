package io.aludel.orm.internal.option;

import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.mapping.internal.OccurrenceNode;
import io.aludel.orm.mapping.internal.SubClasses;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import java.util.List;

/**
 * One relationship of a path.
 *
 * @param owner the entity that the relationship is taken from
 * @param attribute the name of the relationship
 * @param target the related entity, or one that extends it
 * @param more the sub classes that come along
 * @param criteria what related objects must satisfy, over the target itself
 */
public record Hop(
    Class<?> owner, String attribute, Class<?> target, SubClasses more, List<Node> criteria) {
  public Hop {
    criteria = List.copyOf(criteria);
  }

  /** The criteria, over an occurrence of the target. */
  public List<Node> criteria(EntitySource occurrence) {
    return OccurrenceNode.moved(criteria, EntitySource.of(target), occurrence.seenAs(target));
  }

  void key(KeyBuilder keys) {
    keys.add(owner).add(attribute).add(target);
    more.key(keys);
    keys.elements(criteria);
  }

  /**
   * The related entity as a source of rows: all of them, because the relationship is loaded as a whole;
   * a class below that is wished for comes along.
   *
   * @param mapped the related entity as the mapping has it
   */
  public EntitySource source(Class<?> mapped) {
    SubClasses along = target == mapped ? more : more.with(target);
    return along == SubClasses.NONE
        ? EntitySource.of(mapped)
        : EntitySource.withMore(mapped, along);
  }

  @Override
  public String toString() {
    return owner.getSimpleName() + "." + attribute;
  }
}
