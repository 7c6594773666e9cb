package io.aludel.orm.internal.session;

import io.aludel.orm.OrmError;
import io.aludel.orm.UnsupportedStatementException;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.internal.AttributeNode;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.mapping.internal.property.CompositeWrites;
import io.aludel.schema.Column;
import io.aludel.schema.Table;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.NamedColumnNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.statement.DeleteNode;
import io.aludel.sql.tree.statement.InsertNode;
import io.aludel.sql.tree.statement.UpdateNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Replaces the entity that a statement writes to by its table, and the attributes by their columns, so
 * that Core can add its defaults and choose how to insert.
 */
final class Lowering {
  private final Function<Class<?>, EntityLayout> layouts;

  Lowering(Function<Class<?>, EntityLayout> layouts) {
    this.layouts = layouts;
  }

  /** The statement over tables; the same if it was one. */
  StatementNode lower(StatementNode statement) {
    if (statement instanceof InsertNode insert && isEntity(insert.target())) {
      InsertNode plain = CompositeWrites.expanded(insert);
      return plain.withTarget(table(plain.target()), columns(plain.target(), plain.columns()));
    }
    if (statement instanceof UpdateNode update && isEntity(update.target())) {
      List<UpdateNode.Assignment> assignments = new ArrayList<>();
      for (UpdateNode.Assignment each : CompositeWrites.expanded(update).assignments()) {
        assignments.add(
            new UpdateNode.Assignment(column(update.target(), each.column()), each.value()));
      }
      return update.withTarget(table(update.target())).withAssignments(assignments);
    }
    if (statement instanceof DeleteNode delete && isEntity(delete.target())) {
      return delete.withTarget(table(delete.target()));
    }
    return statement;
  }

  private static boolean isEntity(FromNode target) {
    return target instanceof EntitySource source && !source.isAlias();
  }

  private Table table(FromNode target) {
    return mapper(target).table();
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
    if (property.isComputed()) {
      throw new UnsupportedStatementException(
          OrmError.COMPUTED_ATTRIBUTE,
          "Cannot write " + property
              + ": SQL works its value out, and no column keeps it. Write the"
              + " attributes it is worked out from.");
    }
    return property.column();
  }
}
