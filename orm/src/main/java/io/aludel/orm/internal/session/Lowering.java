package io.aludel.orm.internal.session;

import io.aludel.dialect.CompileOptions;
import io.aludel.orm.internal.loading.LoadOptions;
import io.aludel.orm.internal.loading.ResolvingScope;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.internal.AttributeNode;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.schema.Table;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.NamedColumnNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.statement.DeleteNode;
import io.aludel.sql.tree.statement.InsertNode;
import io.aludel.sql.tree.statement.Statement;
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
  private final CompileOptions options;

  Lowering(Function<Class<?>, EntityLayout> layouts, CompileOptions options) {
    this.options = options;
    this.layouts = layouts;
  }

  /** The statement over tables; the same if it was one and says nothing that depends on the moment. */
  StatementNode lower(StatementNode written) {
    StatementNode statement = LoadOptions.now(written);
    if (statement instanceof InsertNode insert && isEntity(insert.target())) {
      return insert.withTarget(table(insert.target()), columns(insert.target(), insert.columns()));
    }
    if (statement instanceof UpdateNode update && isEntity(update.target())) {
      List<UpdateNode.Assignment> assignments = new ArrayList<>();
      for (UpdateNode.Assignment each : update.assignments()) {
        assignments.add(
            new UpdateNode.Assignment(column(update.target(), each.column()), each.value()));
      }
      return update
          .withTarget(table(update.target()))
          .withAssignments(assignments)
          .withWhere(where(update.target(), update.where(), update));
    }
    if (statement instanceof DeleteNode delete && isEntity(delete.target())) {
      return delete
          .withTarget(table(delete.target()))
          .withWhere(where(delete.target(), delete.where(), delete));
    }
    return statement;
  }

  /** The conditions of a statement, with what its entity asks of the rows that are written. */
  private List<Node> where(FromNode target, List<Node> stated, Statement statement) {
    Node asked = ((EntitySource) target).criteria(new ResolvingScope(options, statement.options()));
    if (asked == null) {
      return stated;
    }
    List<Node> all = new ArrayList<>(stated);
    all.add(asked);
    return all;
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
      return mapper(attribute.owner()).property(attribute.name()).column();
    }
    if (node instanceof NamedColumnNode named) {
      ColumnProperty<?> property = mapper(target).findProperty(named.name());
      return property == null ? table(target).c(named.name()) : property.column();
    }
    return node;
  }
}
