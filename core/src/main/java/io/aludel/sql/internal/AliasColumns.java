package io.aludel.sql.internal;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.sql.tree.AliasNode;
import io.aludel.sql.tree.ColumnNode;
import io.aludel.sql.tree.DerivedColumnNode;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.JoinNode;
import io.aludel.sql.tree.LabelNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ReferenceNode;
import io.aludel.sql.tree.SourceNode;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.TableNode;
import io.aludel.sql.tree.construct.CteNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the columns of an alias by name, or by the expression of its source that they show. */
public final class AliasColumns {
  private AliasColumns() {}

  public static DerivedColumnNode byName(FromNode alias, String name) {
    List<String> known = new ArrayList<>();
    for (Node item : items(alias)) {
      String itemName = nameOf(item);
      if (name.equals(itemName)) {
        return new DerivedColumnNode(alias, name, item);
      }
      known.add(Objects.requireNonNullElse(itemName, "(unnamed)"));
    }
    throw new ArgumentException(
        CoreError.NO_SUCH_NAME,
        "Cannot find column '"
            + name
            + "' of alias "
            + describe(alias)
            + ": its columns are "
            + known
            + ". Use one of these, or label the expression.");
  }

  public static DerivedColumnNode of(FromNode alias, Node expression) {
    Node wanted = expression instanceof LabelNode label ? label.operand() : expression;
    boolean mayExpand = false;
    for (Node item : items(alias)) {
      Node shown = item instanceof LabelNode label ? label.operand() : item;
      if (shown.equals(wanted)) {
        return new DerivedColumnNode(alias, Objects.requireNonNullElse(nameOf(item), ""), item);
      }
      mayExpand |= item instanceof ReferenceNode;
    }
    if (mayExpand) {
      return new DerivedColumnNode(alias, "", wanted);
    }
    throw new ArgumentException(
        CoreError.NO_SUCH_NAME,
        "Cannot find " + expression
            + " in an alias: its source does not select it. Select it there.");
  }

  /** All columns of something rows come from. */
  public static List<Node> all(FromNode source) {
    List<Node> columns = new ArrayList<>();
    if (source instanceof JoinNode join) {
      columns.addAll(all(join.left()));
      columns.addAll(all(join.right()));
    } else if (source instanceof TableNode table) {
      columns.addAll(table.columnNodes());
    } else if (source instanceof AliasNode || source instanceof SourceNode) {
      for (Node item : items(source)) {
        columns.add(of(source, item));
      }
    }
    if (columns.isEmpty()) {
      throw new ArgumentException(
          CoreError.WRONG_ROLE,
          "Cannot select all columns of " + source + ": none is known. Name the columns.");
    }
    return columns;
  }

  public static List<? extends Node> items(Element source) {
    if (source instanceof TableNode table) {
      return table.columnNodes();
    }
    if (source instanceof AliasNode alias) {
      return items(alias.source());
    }
    if (source instanceof SourceNode other) {
      return other.items();
    }
    return source instanceof StatementNode statement ? statement.items() : List.of();
  }

  private static String describe(FromNode source) {
    if (source instanceof AliasNode alias) {
      return String.valueOf(alias.name());
    }
    return source instanceof CteNode cte ? String.valueOf(cte.name()) : source.toString();
  }

  private static @Nullable String nameOf(Node item) {
    if (item instanceof LabelNode label) {
      return label.name();
    }
    return item instanceof ColumnNode column ? column.name() : null;
  }
}
