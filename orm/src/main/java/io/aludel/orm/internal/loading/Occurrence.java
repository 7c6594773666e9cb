package io.aludel.orm.internal.loading;

import io.aludel.orm.internal.option.LoadStyle;
import io.aludel.orm.internal.option.LoadWish.Tuning;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.mapping.internal.ColumnOfSource;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ProjectionNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An occurrence of an entity in a statement that is being lowered: which of its attributes are read, and
 * what is loaded with it.
 */
final class Occurrence {
  private final EntityLayout layout;
  private final EntitySource source;
  private final int item;
  private final int[] attributes;
  private final List<Joined> joined = new ArrayList<>();
  private final List<FollowUp> followUps = new ArrayList<>();

  /**
   * A relationship that comes with the rows.
   *
   * @param relationship the relationship
   * @param target the related entity
   */
  record Joined(RelationshipProperty relationship, Occurrence target) {}

  /**
   * A relationship that is loaded once the rows are read.
   *
   * @param relationship the relationship
   * @param style how
   * @param tuning details
   */
  record FollowUp(RelationshipProperty relationship, LoadStyle style, Tuning tuning) {}

  Occurrence(EntityLayout layout, EntitySource source, int item, int[] attributes) {
    this.layout = layout;
    this.source = source;
    this.item = item;
    this.attributes = attributes;
  }

  EntityLayout layout() {
    return layout;
  }

  EntitySource source() {
    return source;
  }

  /** The position of its columns in the select list. */
  int item() {
    return item;
  }

  /** The indexes of the attributes that are read, in column order. */
  int[] attributes() {
    return attributes;
  }

  boolean readsAll() {
    return attributes.length == layout.columns().length;
  }

  /** The columns that are read, each by itself. */
  List<Node> columns() {
    List<Node> columns = new ArrayList<>(attributes.length);
    for (int index : attributes) {
      columns.add(new ColumnOfSource(source, layout.requireColumn(index).column()));
    }
    return columns;
  }

  /** The columns that are read, as one entry of a select list. */
  Node projection() {
    return new ProjectionNode(columns(), Arrays::asList);
  }

  List<Joined> joined() {
    return joined;
  }

  List<FollowUp> followUps() {
    return followUps;
  }

  /** Whether rows repeat this object because a collection below comes with them. */
  boolean isMultiplied() {
    return joined.stream()
        .anyMatch(each -> each.relationship().isCollection() || each.target().isMultiplied());
  }
}
