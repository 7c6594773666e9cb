package io.aludel.orm.internal.statement;

import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.internal.AttributeNode;
import io.aludel.orm.mapping.internal.EntitySource;
import io.aludel.orm.mapping.internal.MapperLookup;
import io.aludel.schema.Column;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.DerivedColumnNode;
import io.aludel.sql.tree.LabelNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ProjectionNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The columns that a statement gives back, and which of them shows what. */
public final class ShownColumns {
  private final CompileScope scope;
  private final List<Node> columns = new ArrayList<>();

  public ShownColumns(List<Node> items, CompileScope scope) {
    this.scope = scope;
    items.forEach(item -> ProjectionNode.expand(item, scope, columns::add));
  }

  /** The column that shows one of an occurrence, counted from 0, or -1. */
  public int find(EntitySource source, Column<?> column) {
    ColumnProperty<?> property = MapperLookup.in(scope, source.type()).findProperty(column);
    Set<Column<?>> same = new LinkedHashSet<>(List.of(column));
    if (property != null) {
      same.addAll(property.columns());
    }
    for (Column<?> each : same) {
      int found = find(AttributeNode.columnOf(scope, source, each));
      if (found >= 0) {
        return found;
      }
    }
    return -1;
  }

  /** The columns that show an entry of a select list, each -1 where none does. */
  public int[] findAll(Node item) {
    List<Node> parts = new ArrayList<>();
    ProjectionNode.expand(item, scope, parts::add);
    return parts.stream().mapToInt(this::find).toArray();
  }

  /** The column that is an expression; without one, the first that shows it through subqueries. */
  private int find(Node wanted) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).equals(wanted) || bare(columns.get(i)).equals(bare(wanted))) {
        return i;
      }
    }
    for (int i = 0; i < columns.size(); i++) {
      Node behind = bare(columns.get(i));
      while (behind instanceof DerivedColumnNode derived && !behind.equals(wanted)) {
        behind = bare(derived.origin());
      }
      if (behind.equals(wanted)) {
        return i;
      }
    }
    return -1;
  }

  private Node bare(Node item) {
    Node current = scope.resolved(item);
    return current instanceof LabelNode label ? bare(label.operand()) : current;
  }

  /** Whether several columns make one object. */
  public boolean isAssembled(Node item) {
    return scope.resolved(item) instanceof ProjectionNode;
  }

  /** The name of an entry of a select list: that of its first column. */
  public String nameOf(Node item) {
    List<Node> parts = new ArrayList<>();
    ProjectionNode.expand(item, scope, parts::add);
    return parts.isEmpty() ? "" : NamedColumns.nameOf(parts.get(0));
  }

  /** The names of the columns, for messages. */
  public List<String> names() {
    return columns.stream().map(NamedColumns::nameOf).toList();
  }
}
