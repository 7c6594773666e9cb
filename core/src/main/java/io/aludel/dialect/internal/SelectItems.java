package io.aludel.dialect.internal;

import io.aludel.dialect.Compilation;
import io.aludel.sql.tree.AliasNode;
import io.aludel.sql.tree.CastNode;
import io.aludel.sql.tree.ColumnNode;
import io.aludel.sql.tree.FunctionNode;
import io.aludel.sql.tree.LabelNode;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ProjectionNode;
import io.aludel.sql.tree.RawNode;
import io.aludel.sql.tree.construct.AggregateNode;
import io.aludel.sql.tree.construct.RowNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The entries of a select list: what they expand to, and what their columns are called. */
public final class SelectItems {
  private SelectItems() {}

  /** Every entry with references resolved, and those made of several columns taken apart. */
  public static List<Node> expanded(Compilation compilation, List<Node> items) {
    List<Node> columns = new ArrayList<>(items.size());
    for (Node item : items) {
      ProjectionNode.expand(item, compilation, columns::add);
    }
    return columns;
  }

  /** A name for each column: its own, and where that is taken or missing, one made of it. */
  public static List<String> names(Compilation compilation, List<Node> columns) {
    Map<String, Integer> counters = new HashMap<>();
    Set<String> taken = new HashSet<>();
    for (Node column : columns) {
      if (column instanceof LabelNode label) {
        taken.add(label.name());
      }
    }
    List<String> names = new ArrayList<>(columns.size());
    for (Node column : columns) {
      if (column instanceof LabelNode label) {
        names.add(label.name());
        continue;
      }
      String own = ownName(compilation, column);
      String name = own;
      if (own == null || !taken.add(own)) {
        String base = own == null ? baseName(column) : own;
        do {
          int number = counters.merge(base, 1, Integer::sum);
          name = compilation.dialect().identifiers().shortened(base + "_" + number);
        } while (!taken.add(name));
      }
      names.add(name);
    }
    return names;
  }

  private static @Nullable String ownName(Compilation compilation, Node column) {
    if (column instanceof ColumnNode own) {
      return compilation.froms().name(own);
    }
    if (column instanceof CastNode cast) {
      return ownName(compilation, compilation.resolved(cast.operand()));
    }
    if (column instanceof RowNode row && row.source() instanceof AliasNode alias) {
      return compilation.nameOf(alias);
    }
    return column instanceof RawNode raw ? raw.sql() : null;
  }

  private static String baseName(Node column) {
    if (column instanceof AggregateNode aggregate && aggregate.filter() == null) {
      return baseName(aggregate.function());
    }
    if (column instanceof FunctionNode function) {
      String name = function.name();
      return name.substring(name.lastIndexOf('.') + 1);
    }
    return "anon";
  }
}
