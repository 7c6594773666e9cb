package io.aludel.orm.internal.loading;

import io.aludel.orm.OrmError;
import io.aludel.orm.UnsupportedStatementException;
import io.aludel.orm.internal.option.LoadStyle;
import io.aludel.orm.internal.option.LoadTree;
import io.aludel.orm.internal.option.LoadWay;
import io.aludel.orm.internal.option.LoadWish.Tuning;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.mapping.internal.ColumnOfSource;
import io.aludel.orm.mapping.internal.ConcreteRows;
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
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
  private final @Nullable ConcreteRows concrete;
  private final List<Mapper<?>> more;
  private final List<Column<?>> read;
  private final Set<String> demanded;
  private final Map<Column<?>, Node> supplied = new HashMap<>();
  private final List<Joined> joined = new ArrayList<>();
  private final List<FollowUp> followUps = new ArrayList<>();

  /**
   * A relationship that comes with the rows.
   *
   * @param relationship the relationship
   * @param target the related entity
   * @param copy its attribute that has the owner's key by the condition of the join, or none
   */
  record Joined(RelationshipProperty relationship, Occurrence target, int copy) {}

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

  /**
   * What is known of the sub classes of an entity that is read.
   *
   * @param layouts finds them
   * @param tree what is wished for the entity and for them
   * @param shown whether the rows have an attribute of a sub class
   */
  record Sub(
      Function<Class<?>, EntityLayout> layouts,
      LoadTree tree,
      BiPredicate<Class<?>, ColumnProperty<?>> shown) {}

  Occurrence(EntityLayout layout, EntitySource source, int item, int[] attributes, Sub sub) {
    this.layout = layout;
    this.concrete = source.concrete(layout.mapper());
    this.classes = classesOf(layout, concrete, sub.layouts());
    this.more = moreOf(source);
    this.read = columnsOf(attributes, sub);
    this.demanded = sub.tree().demanded();
    this.source = source;
    this.item = item;
    this.attributes = attributes;
  }

  /** The classes of a hierarchy that rows may be of; none for an entity by itself. */
  private static List<EntityLayout> classesOf(
      EntityLayout layout,
      @Nullable ConcreteRows concrete,
      Function<Class<?>, EntityLayout> layouts) {
    List<Mapper<?>> mappers = new ArrayList<>();
    if (concrete != null) {
      mappers.addAll(concrete.classes());
    } else if (layout.mapper().hierarchy().discriminator() != null) {
      mappers.addAll(layout.mapper().selfAndDescendants());
    }
    List<EntityLayout> classes = new ArrayList<>();
    for (Mapper<?> each : mappers) {
      classes.add(each == layout.mapper() ? layout : layouts.apply(each.type()));
    }
    return List.copyOf(classes);
  }

  private List<Mapper<?>> moreOf(EntitySource occurrence) {
    if (concrete != null) {
      return concrete.classes().stream().filter(each -> each != layout.mapper()).toList();
    }
    return classes.isEmpty() ? List.of() : occurrence.more(layout.mapper());
  }

  /** What is read: the entity's own columns, and those of sub classes that come along. */
  private List<Column<?>> columnsOf(int[] attributes, Sub sub) {
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
        addColumns(each, sub, columns, known);
      }
    }
    if (concrete != null) {
      columns.add(concrete.discriminator());
    }
    return List.copyOf(columns);
  }

  /**
   * The compiled column of each that is read, -1 where the rows do not have it.
   *
   * @throws UnsupportedStatementException if that is one of the key, one that tells the class, or
   *     one that an option names
   */
  int[] columnsIn(RowPlaces places) {
    int[] found = new int[read.size()];
    for (int i = 0; i < found.length; i++) {
      int column = places.column(this, i);
      found[i] = column < 0 || places.position(column) == 0 ? -1 : column;
      if (found[i] < 0 && i < attributes.length && isNeeded(attributes[i])) {
        throw notShown(layout.requireColumn(attributes[i]), places);
      }
      if (found[i] < 0 && concrete != null && read.get(i) == concrete.discriminator()) {
        throw classNotShown(concrete, places);
      }
    }
    return found;
  }

  private boolean isNeeded(int index) {
    return layout.isKey(index)
        || index == layout.discriminator()
        || demanded.contains(layout.nameOf(index));
  }

  private UnsupportedStatementException notShown(ColumnProperty<?> property, RowPlaces places) {
    String column = property.column().table().name() + "." + property.column().name();
    return new UnsupportedStatementException(
        OrmError.ROWS_INCOMPLETE,
        "Cannot read " + source + " from the rows of a statement: they have the columns "
            + places.names() + ", and none of them is " + property + ". Let the statement show "
            + column + (layout.isKey(property.index()) ? "." : ", or do not ask for it."));
  }

  private UnsupportedStatementException classNotShown(ConcreteRows rows, RowPlaces places) {
    return new UnsupportedStatementException(
        OrmError.ROWS_INCOMPLETE,
        "Cannot read " + source + " from the rows of a statement: they have the columns "
            + places.names() + ", and none of them is " + rows.discriminator().name()
            + ", which tells the classes apart. Let the statement show the simple name of the class of each"
            + " row under that name.");
  }

  /** What goes before the name of a column where several entities have it. */
  String prefix(Column<?> column) {
    String name = source.name();
    String table = column.table().name();
    boolean single = more.isEmpty() && layout.mapper().tables().size() == 1;
    return name == null ? table : single ? name : name + "_" + table;
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

  private void addColumns(
      EntityLayout below, Sub sub, List<Column<?>> columns, Set<Column<?>> known) {
    Class<?> type = below.mapper().type();
    LoadTree tree = sub.tree().narrowed(type);
    for (int index : below.columns()) {
      ColumnProperty<?> property = below.requireColumn(index);
      Column<?> column = concrete == null ? property.column() : concrete.first(property.column());
      if (!known.contains(column)
          && property.columns().stream().noneMatch(known::contains)
          && !ColumnChoice.isLeftOut(below, index, tree)
          && sub.shown().test(type, property)) {
        columns.add(column);
      }
      known.add(column);
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

  /** The tables that are read one after the other, or null for an entity that is read from its own. */
  @Nullable ConcreteRows concrete() {
    return concrete;
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
