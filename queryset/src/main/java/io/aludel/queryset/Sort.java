package io.aludel.queryset;

import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.RelationshipProperty;
import java.util.List;

/**
 * What rows are sorted by.
 *
 * @param hops the references that lead to the attribute, none for one of the entity itself
 */
record Sort(List<RelationshipProperty> hops, ColumnProperty<?> property, boolean descending) {
  static Sort by(ColumnProperty<?> property) {
    return new Sort(List.of(), property, false);
  }

  /** Whether it is by an attribute of the entity itself. */
  boolean isBy(ColumnProperty<?> other) {
    return hops.isEmpty() && property == other;
  }
}
