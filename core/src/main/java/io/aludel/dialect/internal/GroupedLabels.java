package io.aludel.dialect.internal;

import io.aludel.dialect.Compilation;
import io.aludel.sql.tree.AliasNode;
import io.aludel.sql.tree.ColumnNode;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.JoinNode;
import io.aludel.sql.tree.LabelNode;
import io.aludel.sql.tree.NamedColumnNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.SourceNode;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.TableNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What rows are grouped by where GROUP BY does not know the labels of the columns that are selected: what the
 * labels stand for. A column of what is selected from that is called the same comes before a label, as it does
 * elsewhere.
 */
public final class GroupedLabels {
  private GroupedLabels() {}

  /** The groups, with what stands behind labels in place of their names. */
  public static List<Node> expanded(
      Compilation compilation, List<Node> groups, List<Node> columns, List<FromNode> sources) {
    List<Node> expanded = new ArrayList<>(groups.size());
    for (Node group : groups) {
      Node meant = group;
      if (compilation.resolved(group) instanceof NamedColumnNode named
          && sources.stream().noneMatch(source -> has(compilation, source, named.name()))) {
        meant = columns.stream()
            .filter(
                column -> column instanceof LabelNode label && label.name().equals(named.name()))
            .findFirst()
            .map(column -> ((LabelNode) column).operand())
            .orElse(group);
      }
      expanded.add(meant);
    }
    return expanded;
  }

  private static boolean has(Compilation compilation, FromNode source, String name) {
    FromNode resolved = compilation.resolved(source);
    if (resolved instanceof JoinNode join) {
      return has(compilation, join.left(), name) || has(compilation, join.right(), name);
    }
    if (resolved instanceof AliasNode alias) {
      return alias.source() instanceof FromNode inner
          ? has(compilation, inner, name)
          : alias.source() instanceof StatementNode query && isNamed(query.items(), name);
    }
    if (resolved instanceof SourceNode other) {
      return isNamed(other.items(), name);
    }
    return resolved instanceof TableNode table && isNamed(table.columnNodes(), name);
  }

  private static boolean isNamed(List<? extends Node> items, String name) {
    return items.stream()
        .anyMatch(item -> item instanceof LabelNode label
            ? label.name().equals(name)
            : item instanceof ColumnNode column && column.name().equals(name));
  }
}
