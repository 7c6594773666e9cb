package io.aludel.dialect;

import io.aludel.CoreError;
import io.aludel.dialect.internal.SelectItems;
import io.aludel.sql.tree.AliasNode;
import io.aludel.sql.tree.BinaryNode;
import io.aludel.sql.tree.ColumnNode;
import io.aludel.sql.tree.ConjunctionNode;
import io.aludel.sql.tree.DerivedColumnNode;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.JoinNode;
import io.aludel.sql.tree.LabelNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.QueryNode;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.TableNode;
import io.aludel.sql.tree.TableNode.ForeignKeyLink;
import io.aludel.sql.tree.construct.CteNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Infers the condition of a join from the one foreign key between its sides. */
final class JoinConditions {
  private JoinConditions() {}

  /** Whether any foreign key leads from one side to the other. */
  static boolean canJoin(Compilation compilation, FromNode left, FromNode right) {
    return !candidates(compilation, left, right).isEmpty();
  }

  static Node infer(Compilation compilation, FromNode left, FromNode right) {
    List<Node> found = List.of();
    if (compilation.resolved(left) instanceof JoinNode join) {
      found = candidates(compilation, join.right(), right);
    }
    if (found.isEmpty()) {
      found = candidates(compilation, left, right);
    }
    if (found.size() != 1) {
      throw failure(compilation, left, right, found);
    }
    return found.get(0);
  }

  private static CompileException failure(
      Compilation compilation, FromNode left, FromNode right, List<Node> found) {
    String sides =
        "'" + describe(compilation, left) + "' and '" + describe(compilation, right) + "'";
    return found.isEmpty()
        ? new CompileException(
            CoreError.NO_FOREIGN_KEYS,
            compilation.dialect().name(),
            "Cannot join " + sides + ": no foreign key leads from one to the other. Give the join a"
                + " condition.")
        : new CompileException(
            CoreError.AMBIGUOUS_FOREIGN_KEYS,
            compilation.dialect().name(),
            "Cannot join " + sides + ": " + found.size()
                + " foreign keys lead from one to the other."
                + " Give the join the condition that is meant.");
  }

  static String describe(Compilation compilation, FromNode node) {
    FromNode resolved = compilation.resolved(node);
    if (resolved instanceof TableNode table) {
      return table.name();
    }
    if (resolved instanceof AliasNode alias) {
      return compilation.nameOf(alias);
    }
    if (resolved instanceof CteNode cte) {
      return compilation.nameOf(cte);
    }
    return resolved instanceof JoinNode join
        ? describe(compilation, join.left()) + " join " + describe(compilation, join.right())
        : String.valueOf(resolved);
  }

  /** One condition for each foreign key between the sides, whichever way it leads. */
  private static List<Node> candidates(Compilation compilation, FromNode left, FromNode right) {
    List<Node> found = new ArrayList<>();
    List<Occurrence> lefts = occurrences(compilation, left);
    List<Occurrence> rights = occurrences(compilation, right);
    for (Occurrence one : lefts) {
      for (Occurrence other : rights) {
        add(found, other, one);
        add(found, one, other);
      }
    }
    return found;
  }

  private static void add(List<Node> found, Occurrence referring, Occurrence referred) {
    for (ForeignKeyLink link : referring.table.foreignKeyLinks()) {
      if (link.target() == referred.table) {
        Node condition = condition(link, referring, referred);
        if (condition != null) {
          found.add(condition);
        }
      }
    }
  }

  private static @Nullable Node condition(
      ForeignKeyLink link, Occurrence referring, Occurrence referred) {
    List<Node> parts = new ArrayList<>();
    for (int i = 0; i < link.columns().size(); i++) {
      ColumnNode target = referred.column(link.targetColumns().get(i));
      ColumnNode column = referring.column(link.columns().get(i));
      if (target == null || column == null) {
        return null;
      }
      parts.add(new BinaryNode(BinaryNode.Operator.EQ, target, column));
    }
    return parts.size() == 1
        ? parts.get(0)
        : new ConjunctionNode(ConjunctionNode.Kind.AND, List.copyOf(parts));
  }

  private static List<Occurrence> occurrences(Compilation compilation, FromNode node) {
    FromNode resolved = compilation.resolved(node);
    List<Occurrence> found = new ArrayList<>();
    if (resolved instanceof TableNode table) {
      found.add(new Occurrence(table, null));
    } else if (resolved instanceof JoinNode join) {
      found.addAll(occurrences(compilation, join.left()));
      found.addAll(occurrences(compilation, join.right()));
    } else if (resolved instanceof CteNode cte) {
      addSelected(compilation, cte, cte.statement(), found);
    } else if (resolved instanceof AliasNode alias) {
      if (alias.source() instanceof QueryNode query) {
        addSelected(compilation, alias, query, found);
      } else {
        occurrences(compilation, (FromNode) alias.source())
            .forEach(inner -> found.add(inner.behind(alias)));
      }
    }
    return found;
  }

  private static void addSelected(
      Compilation compilation, FromNode alias, StatementNode query, List<Occurrence> found) {
    Map<TableNode, Map<ColumnNode, ColumnNode>> tables = new HashMap<>();
    for (Node item : SelectItems.expanded(compilation, query.items())) {
      Node shown = item instanceof LabelNode label ? compilation.resolved(label.operand()) : item;
      if (shown instanceof ColumnNode column
          && column.owner() != null
          && compilation.resolved(column.owner()) instanceof TableNode table) {
        tables
            .computeIfAbsent(table, key -> new HashMap<>())
            .put(column, new DerivedColumnNode(alias, column.name(), item));
      }
    }
    tables.forEach((table, columns) -> found.add(new Occurrence(table, columns)));
  }

  /**
   * A table within one side of a join.
   *
   * @param table the table
   * @param shown its columns as that side shows them, or null where they show themselves
   */
  private record Occurrence(TableNode table, @Nullable Map<ColumnNode, ColumnNode> shown) {
    @Nullable ColumnNode column(ColumnNode column) {
      return shown == null ? column : shown.get(column);
    }

    Occurrence behind(AliasNode alias) {
      Map<ColumnNode, ColumnNode> columns = new HashMap<>();
      for (ColumnNode column : table.columnNodes()) {
        ColumnNode inner = column(column);
        if (inner != null) {
          columns.put(column, new DerivedColumnNode(alias, inner.name(), column));
        }
      }
      return new Occurrence(table, columns);
    }
  }
}
