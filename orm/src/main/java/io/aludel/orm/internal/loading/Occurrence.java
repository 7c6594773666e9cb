package io.aludel.orm.internal.loading;

import io.aludel.orm.internal.option.LoadStyle;
import io.aludel.orm.internal.option.LoadTree;
import io.aludel.orm.internal.option.LoadWay;
import io.aludel.orm.internal.option.LoadWish.Tuning;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.mapping.internal.ColumnOfSource;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.mapping.internal.property.ComputedColumns;
import io.aludel.schema.Column;
import io.aludel.schema.Table;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ProjectionNode;
import io.aludel.sql.tree.statement.StatementOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * An occurrence of an entity in a statement that is being lowered: which of its attributes are read, and
 * what is loaded with it.
 */
final class Occurrence {
  private final EntityLayout layout;
  private final EntitySource source;
  private final int item;
  private final int[] attributes;
  private final List<EntityLayout> classes;
  private final List<Mapper<?>> more;
  private final List<Column<?>> read;
  private final Map<Column<?>, Node> supplied = new HashMap<>();
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
   * @param way what led to the owner, where the mapping loads more along from the related objects
   */
  record FollowUp(RelationshipProperty relationship, LoadStyle style, Tuning tuning, LoadWay way) {
    /** What the statements must hear of. */
    List<StatementOption> stated(List<StatementOption> stated) {
      if (way == LoadWay.NONE) {
        return stated;
      }
      List<StatementOption> more = new ArrayList<>(stated);
      more.add(way);
      return more;
    }
  }

  Occurrence(
      EntityLayout layout,
      EntitySource source,
      int item,
      int[] attributes,
      Function<Class<?>, EntityLayout> layouts,
      LoadTree tree) {
    this.layout = layout;
    this.classes = classesOf(layout, layouts);
    this.more = classes.isEmpty() ? List.of() : source.more(layout.mapper());
    this.read = columnsOf(attributes, tree);
    this.source = source;
    this.item = item;
    this.attributes = attributes;
  }

  /** The classes of a hierarchy that rows may be of; none for an entity by itself. */
  private static List<EntityLayout> classesOf(
      EntityLayout layout, Function<Class<?>, EntityLayout> layouts) {
    List<EntityLayout> classes = new ArrayList<>();
    if (layout.mapper().hierarchy().discriminator() != null) {
      for (Mapper<?> each : layout.mapper().selfAndDescendants()) {
        classes.add(each == layout.mapper() ? layout : layouts.apply(each.type()));
      }
    }
    return List.copyOf(classes);
  }

  /** What is read: the entity's own columns, and those of sub classes that come along. */
  private List<Column<?>> columnsOf(int[] attributes, LoadTree tree) {
    Set<Column<?>> known = new HashSet<>();
    List<Column<?>> columns = new ArrayList<>();
    for (int index : attributes) {
      ColumnProperty<?> property = layout.requireColumn(index);
      columns.add(property.column());
      known.addAll(property.columns());
    }
    for (ColumnProperty<?> own : layout.mapper().columnProperties()) {
      known.addAll(own.columns()); // what was left out stays so
    }
    for (EntityLayout each : classes) {
      if (more.contains(each.mapper())) {
        addColumns(each, tree.narrowed(each.mapper().type()), columns, known);
      }
    }
    return List.copyOf(columns);
  }

  /** Takes over the SQL that the statement supplies for query expressions. */
  void supply(LoadTree tree) {
    for (int index : attributes) {
      ColumnProperty<?> property = layout.requireColumn(index);
      Node sql = property.isQueryExpression() ? tree.expression(property.name()) : null;
      if (sql != null) {
        supplied.put(property.column(), ComputedColumns.seenBy(sql, source, layout.mapper()));
      }
    }
  }

  private static void addColumns(
      EntityLayout below, LoadTree tree, List<Column<?>> columns, Set<Column<?>> known) {
    for (int index : below.columns()) {
      ColumnProperty<?> property = below.requireColumn(index);
      if (property.columns().stream().noneMatch(known::contains)
          && !ColumnChoice.isLeftOut(below, index, tree)) {
        columns.add(property.column());
      }
      known.addAll(property.columns());
    }
  }

  /** The relationships of the entity, and those that classes below it add. */
  List<RelationshipProperty> relationships() {
    List<RelationshipProperty> all = new ArrayList<>(layout.mapper().relationships());
    for (EntityLayout each : classes) {
      for (RelationshipProperty property : each.mapper().relationships()) {
        if (each != layout && property.owner() == each.mapper()) {
          all.add(property);
        }
      }
    }
    return all;
  }

  /** Whether the tables of a relationship's owner are among those read. */
  boolean shows(RelationshipProperty relationship) {
    List<Table> tables = new ArrayList<>(layout.mapper().tables());
    more.forEach(each -> tables.addAll(each.tables()));
    return tables.containsAll(relationship.owner().tables());
  }

  /** The classes whose attributes come with the rows. */
  List<Mapper<?>> more() {
    return more;
  }

  List<EntityLayout> classes() {
    return classes;
  }

  /** The columns that are read. */
  List<Column<?>> read() {
    return read;
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
    return supplied.isEmpty()
        && attributes == layout.selected()
        && attributes.length == read.size();
  }

  /** The columns that are read, each by itself. */
  List<Node> columns() {
    List<Node> columns = new ArrayList<>(read.size());
    for (Column<?> column : read) {
      Node sql = supplied.get(column);
      columns.add(sql == null ? new ColumnOfSource(source, column) : sql);
    }
    return columns;
  }

  /** The columns that are read, as one entry of a select list. */
  Node projection() {
    return new ProjectionNode(columns(), values -> Arrays.asList(values));
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
