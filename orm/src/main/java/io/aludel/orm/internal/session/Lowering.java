package io.aludel.orm.internal.session;

import io.aludel.dialect.CompileOptions;
import io.aludel.orm.OrmError;
import io.aludel.orm.UnsupportedStatementException;
import io.aludel.orm.internal.flush.BulkWork;
import io.aludel.orm.internal.loading.LoadOptions;
import io.aludel.orm.internal.loading.ResolvingScope;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.internal.statement.FromStatementNode;
import io.aludel.orm.internal.statement.ShownColumns;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.internal.AttributeNode;
import io.aludel.orm.mapping.internal.EntityCriteria;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.mapping.internal.OccurrenceNode;
import io.aludel.orm.mapping.internal.property.CompositeWrites;
import io.aludel.schema.Column;
import io.aludel.schema.Table;
import io.aludel.sql.tree.BindNode;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.NamedColumnNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ParameterNode;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.Traversal;
import io.aludel.sql.tree.statement.DeleteNode;
import io.aludel.sql.tree.statement.InsertNode;
import io.aludel.sql.tree.statement.Statement;
import io.aludel.sql.tree.statement.UpdateNode;
import io.aludel.types.SqlTypes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the entity that a statement writes to by its table, and the attributes by their columns, so
 * that Core can add its defaults and choose how to insert.
 */
final class Lowering {
  private final Function<Class<?>, EntityLayout> layouts;
  private final CompileOptions options;

  Lowering(Function<Class<?>, EntityLayout> layouts, CompileOptions options) {
    this.options = options;
    this.layouts = layouts;
  }

  /** The statement for an execution now, with what its criteria ask of the rows that are written. */
  StatementNode restricted(StatementNode stated) {
    StatementNode statement = ownRows(LoadOptions.now(stated));
    if (statement instanceof FromStatementNode from) {
      return from.withSource(restricted(from.source()));
    }
    if (statement instanceof UpdateNode update && isEntity(update.target())) {
      return update.withWhere(where(update.target(), update.where(), update));
    }
    return statement instanceof DeleteNode delete && isEntity(delete.target())
        ? delete.withWhere(where(delete.target(), delete.where(), delete))
        : statement;
  }

  /** A statement that writes meets the table of its entity, and not those of entities that extend it. */
  private StatementNode ownRows(StatementNode statement) {
    FromNode target = statement instanceof UpdateNode update
        ? update.target()
        : statement instanceof DeleteNode delete ? delete.target() : null;
    if (target == null || !isEntity(target) || !mapper(target).hierarchy().isConcreteBase()) {
      return statement;
    }
    EntitySource written = (EntitySource) target;
    EntitySource own = EntitySource.itself(written.type());
    if (statement instanceof DeleteNode delete) {
      return delete.withTarget(own).withWhere(OccurrenceNode.moved(delete.where(), written, own));
    }
    UpdateNode update = (UpdateNode) statement;
    List<UpdateNode.Assignment> assignments = new ArrayList<>();
    for (UpdateNode.Assignment each : update.assignments()) {
      List<Node> sides = List.of(each.column(), each.value());
      List<Node> moved = OccurrenceNode.moved(sides, written, own);
      assignments.add(new UpdateNode.Assignment(moved.get(0), moved.get(1)));
    }
    return update
        .withTarget(own)
        .withAssignments(assignments)
        .withWhere(OccurrenceNode.moved(update.where(), written, own));
  }

  private List<Node> where(FromNode target, List<Node> stated, Statement statement) {
    List<Node> asked =
        EntityCriteria.all((EntitySource) target, new ResolvingScope(options, statement.options()));
    if (asked.isEmpty()) {
      return stated;
    }
    List<Node> all = new ArrayList<>(stated);
    all.addAll(asked);
    return all;
  }

  /** The statement over tables; the same if it was one. */
  StatementNode lower(StatementNode statement) {
    if (statement instanceof FromStatementNode from) {
      requireOneTable(from.source());
      return from.withSource(lower(from.source()));
    }
    if (statement instanceof InsertNode insert && isEntity(insert.target())) {
      return lower(CompositeWrites.expanded(insert));
    }
    if (statement instanceof UpdateNode update && isEntity(update.target())) {
      List<UpdateNode.Assignment> assignments = new ArrayList<>();
      for (UpdateNode.Assignment each : CompositeWrites.expanded(update).assignments()) {
        assignments.add(
            new UpdateNode.Assignment(column(update.target(), each.column()), each.value()));
      }
      HierarchyWrites writes = new HierarchyWrites(written(update.target()));
      assignments.replaceAll(each -> new UpdateNode.Assignment(
          each.column(), writes.plain(List.of(each.value())).get(0)));
      Table table =
          writes.written(assignments.stream().map(UpdateNode.Assignment::column).toList());
      return update
          .withTarget(table)
          .withAssignments(assignments)
          .withWhere(writes.where(update.where(), table));
    }
    if (statement instanceof DeleteNode delete && isEntity(delete.target())) {
      Table table = table(delete.target());
      HierarchyWrites writes = new HierarchyWrites(mapper(delete.target()));
      return delete.withTarget(table).withWhere(writes.where(delete.where(), table));
    }
    return statement;
  }

  private StatementNode lower(InsertNode insert) {
    Mapper<?> mapper = written(insert.target());
    if (mapper.tables().size() > 1) {
      throw new UnsupportedStatementException(
          OrmError.SEVERAL_TABLES,
          "Cannot insert " + mapper.entityName()
              + " by a statement: its rows lie in the tables "
              + String.join(", ", mapper.tables().stream().map(Table::name).toList())
              + ". Run the INSERT without conflicts on a list of maps, add objects to the session, or"
              + " insert into each table.");
    }
    List<Node> columns = columns(insert.target(), insert.columns());
    InsertNode lowered = insert.withTarget(mapper.table(), columns);
    return withVersion(withClass(lowered, mapper), mapper);
  }

  /** Rows of a hierarchy say of which class they are. */
  private static InsertNode withClass(InsertNode insert, Mapper<?> mapper) {
    ColumnProperty<?> discriminator = mapper.hierarchy().discriminator();
    return discriminator == null || discriminator.isComputed()
        ? insert
        : with(insert, discriminator, mapper.hierarchy().value());
  }

  /** Rows with versions that count begin with the first one. */
  private static InsertNode withVersion(InsertNode insert, Mapper<?> mapper) {
    ColumnProperty<?> version = mapper.rules().version();
    UnaryOperator<@Nullable Object> versions = mapper.rules().versions();
    return version == null || versions == null
        ? insert
        : with(insert, version, versions.apply(null));
  }

  private static InsertNode with(
      InsertNode insert, ColumnProperty<?> property, @Nullable Object value) {
    if (insert.rows().isEmpty() || insert.columns().contains(property.column())) {
      return insert;
    }
    List<Node> columns = new ArrayList<>(insert.columns());
    columns.add(property.column());
    List<List<Node>> rows = new ArrayList<>();
    for (List<Node> row : insert.rows()) {
      List<Node> longer = new ArrayList<>(row);
      longer.add(BindNode.of(value, property.type()));
      rows.add(longer);
    }
    return insert.withRows(columns, rows);
  }

  /** An INSERT of an entity with a parameter for each name that it does not use as one yet. */
  InsertNode named(InsertNode insert, Set<String> names) {
    List<Node> columns = new ArrayList<>(insert.columns());
    List<Node> values =
        new ArrayList<>(insert.rows().isEmpty() ? List.of() : insert.rows().get(0));
    Set<String> used = new HashSet<>();
    for (Node value : values) {
      Traversal.find(value, ParameterNode.class).forEach(each -> used.add(each.name()));
    }
    for (String name : names) {
      if (!used.contains(name)) {
        Node column = column(insert.target(), new NamedColumnNode(name, SqlTypes.DEFERRED));
        columns.add(column);
        values.add(new ParameterNode(name, column.type(CompileScope.UNRESOLVED)));
      }
    }
    return values.isEmpty() ? insert : insert.withRows(columns, List.of(values));
  }

  /** What the entries that a statement gives back are called. */
  List<String> names(List<Node> items) {
    ShownColumns shown = new ShownColumns(items, new ResolvingScope(options, List.of()));
    return items.stream().map(shown::nameOf).toList();
  }

  private void requireOneTable(StatementNode source) {
    if (source instanceof DeleteNode delete && spread(delete) != null) {
      throw new UnsupportedStatementException(
          OrmError.SEVERAL_TABLES,
          "Cannot read entities from the rows of a DELETE of "
              + mapper(delete.target()).entityName()
              + ": they lie in several tables, each of which is cleared by a statement of its own. Read"
              + " them by a SELECT before.");
    }
  }

  /** Whether a row of an INSERT lies in several tables. */
  boolean isSpread(InsertNode insert) {
    return isEntity(insert.target()) && written(insert.target()).tables().size() > 1;
  }

  /** The statement as a DELETE of several tables, if it is one. */
  @Nullable Mapper<?> spread(DeleteNode delete) {
    if (!isEntity(delete.target())) {
      return null;
    }
    Mapper<?> mapper = written(delete.target());
    return HierarchyWrites.isSpread(mapper) ? mapper : null;
  }

  private static boolean isEntity(FromNode target) {
    return target instanceof EntitySource source && !source.isAlias();
  }

  private Table table(FromNode target) {
    return written(target).table();
  }

  /** The entity that a statement writes. */
  private Mapper<?> written(FromNode target) {
    Mapper<?> mapper = mapper(target);
    if (!mapper.hierarchy().hasTable()) {
      throw new UnsupportedStatementException(
          OrmError.NO_TABLE,
          "Cannot write rows of " + mapper.entityName()
              + ": it is abstract and has no table. Name a class that extends it.");
    }
    BulkWork.requireTable(mapper);
    return mapper;
  }

  private Mapper<?> mapper(FromNode target) {
    return layouts.apply(((EntitySource) target).type()).mapper();
  }

  private List<Node> columns(FromNode target, List<Node> nodes) {
    return nodes.stream().map(node -> column(target, node)).toList();
  }

  /** The column of an attribute, or of the name of an attribute or a column. */
  private Node column(FromNode target, Node node) {
    if (node instanceof AttributeNode attribute && !attribute.owner().isAlias()) {
      return written(mapper(attribute.owner()).property(attribute.name()));
    }
    if (node instanceof NamedColumnNode named) {
      ColumnProperty<?> property = mapper(target).findProperty(named.name());
      return property == null ? table(target).c(named.name()) : written(property);
    }
    return node;
  }

  private static Column<?> written(ColumnProperty<?> property) {
    BulkWork.requireKept(property);
    return property.column();
  }
}
