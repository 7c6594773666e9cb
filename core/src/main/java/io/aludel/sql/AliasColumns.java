package io.aludel.sql;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.sql.tree.AliasNode;
import io.aludel.sql.tree.ColumnNode;
import io.aludel.sql.tree.DerivedColumnNode;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.LabelNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.QueryNode;
import io.aludel.sql.tree.TableNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Finds the columns of an alias by name, or by the expression of its source that they show. */
final class AliasColumns {
  private AliasColumns() {}

  static DerivedColumnNode byName(AliasNode alias, String name) {
    List<String> known = new ArrayList<>();
    for (Node item : items(alias.source())) {
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
            + alias.name()
            + ": its columns are "
            + known
            + ". Use one of these, or label the expression.");
  }

  static DerivedColumnNode of(AliasNode alias, Node expression) {
    Node wanted = expression instanceof LabelNode label ? label.operand() : expression;
    for (Node item : items(alias.source())) {
      Node shown = item instanceof LabelNode label ? label.operand() : item;
      if (shown.equals(wanted)) {
        String name = nameOf(item);
        if (name == null) {
          throw new ArgumentException(
              CoreError.WRONG_ROLE,
              "Cannot refer to " + item + " of an alias: it has no name. Label it with as(name).");
        }
        return new DerivedColumnNode(alias, name, item);
      }
    }
    throw new ArgumentException(
        CoreError.NO_SUCH_NAME,
        "Cannot find "
            + expression
            + " in an alias: its source does not select it. Select it there.");
  }

  static List<? extends Node> items(Element source) {
    if (source instanceof TableNode table) {
      return table.columnNodes();
    }
    if (source instanceof AliasNode alias) {
      return items(alias.source());
    }
    return source instanceof QueryNode query ? query.items() : List.of();
  }

  private static @org.jspecify.annotations.Nullable String nameOf(Node item) {
    if (item instanceof LabelNode label) {
      return label.name();
    }
    return item instanceof ColumnNode column ? column.name() : null;
  }
}
