package io.aludel.sql.tree;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where the columns of aliases come from. */
final class Lineage {
  private final CompileScope scope;

  Lineage(CompileScope scope) {
    this.scope = scope;
  }

  /** A column of an alias, and the expression it shows. */
  record Shown(DerivedColumnNode column, Node origin) {}

  List<Shown> shownBy(AliasNode alias) {
    List<Node> items = new ArrayList<>();
    addItems(alias.source(), items);
    List<Shown> shown = new ArrayList<>(items.size());
    for (Node item : items) {
      DerivedColumnNode column = new DerivedColumnNode(alias, name(item), item);
      shown.add(new Shown(column, unlabelled(item)));
    }
    return shown;
  }

  /** The further columns that a column of an alias stands for, the nearest first. */
  List<Node> ancestors(AliasNode alias, int position) {
    List<Node> found = new ArrayList<>();
    Element source = alias.source();
    while (source instanceof FromNode from && scope.resolved(from) instanceof AliasNode inner) {
      found.add(shownBy(inner).get(position).column());
      source = inner.source();
    }
    Node current = shownBy(alias).get(position).origin();
    while (current instanceof DerivedColumnNode derived) {
      current = unlabelled(derived.origin());
      found.add(current);
    }
    return found;
  }

  /** Everything the rows of an alias come from. */
  Set<FromNode> behind(AliasNode alias) {
    Set<FromNode> sources = new LinkedHashSet<>();
    if (alias.source() instanceof FromNode from) {
      addBehind(scope.resolved(from), sources);
    } else {
      for (Shown shown : shownBy(alias)) {
        if (shown.origin() instanceof ColumnNode column && column.owner() != null) {
          addBehind(scope.resolved(column.owner()), sources);
        }
      }
    }
    return sources;
  }

  void addMembers(FromNode from, List<FromNode> members) {
    FromNode resolved = scope.resolved(from);
    if (resolved instanceof JoinNode join) {
      addMembers(join.left(), members);
      addMembers(join.right(), members);
    } else {
      members.add(resolved);
    }
  }

  private void addBehind(FromNode from, Set<FromNode> sources) {
    if (sources.add(from) && from instanceof AliasNode inner) {
      sources.addAll(behind(inner));
    }
  }

  private void addItems(Element source, List<Node> items) {
    if (source instanceof StatementNode statement) {
      statement.items().forEach(item -> ProjectionNode.expand(item, scope, items::add));
    } else if (source instanceof FromNode from) {
      FromNode resolved = scope.resolved(from);
      if (resolved instanceof TableNode table) {
        items.addAll(table.columnNodes());
      } else if (resolved instanceof AliasNode alias) {
        addItems(alias.source(), items);
      } else if (resolved instanceof SourceNode other) {
        other.items().forEach(item -> ProjectionNode.expand(item, scope, items::add));
      }
    }
  }

  private Node unlabelled(Node item) {
    Node resolved = scope.resolved(item);
    return resolved instanceof LabelNode label ? unlabelled(label.operand()) : resolved;
  }

  private static String name(Node item) {
    if (item instanceof LabelNode label) {
      return label.name();
    }
    return item instanceof ColumnNode column ? column.name() : "";
  }
}
