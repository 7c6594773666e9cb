package io.aludel.sql.tree.statement;

import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.FromNode;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.Rewriter;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The clauses that statements which write have in common; changed only before the statement that holds them exists. */
final class DmlParts {
  FromNode target;
  List<FromNode> sources = List.of();
  List<Node> where = List.of();
  List<Node> returning = List.of();

  @Nullable Node limit;

  Additions additions = Additions.NONE;
  List<StatementOption> options = List.of();

  DmlParts(FromNode target) {
    this.target = target;
  }

  DmlParts(DmlParts other) {
    target = other.target;
    sources = other.sources;
    where = other.where;
    returning = other.returning;
    limit = other.limit;
    additions = other.additions;
    options = other.options;
  }

  /** A copy with one change. */
  DmlParts changed(Consumer<DmlParts> change) {
    DmlParts copy = new DmlParts(this);
    change.accept(copy);
    return copy;
  }

  DmlParts rebuilt(Rewriter parts) {
    return changed(copy -> {
      copy.target = parts.from(target);
      copy.sources = parts.all(FromNode.class, sources);
      copy.where = parts.nodes(where);
      copy.returning = parts.nodes(returning);
      copy.limit = parts.optional(limit);
      copy.additions = additions.rebuilt(parts);
    });
  }

  void key(KeyBuilder keys) {
    keys.element(target).elements(sources).elements(where).elements(returning).optional(limit);
    additions.key(keys);
    for (StatementOption option : options) {
      option.key(keys);
    }
    keys.add(StatementOption.class);
  }

  void forEachPart(Consumer<? super Element> action) {
    action.accept(target);
    sources.forEach(action);
    where.forEach(action);
    returning.forEach(action);
    if (limit != null) {
      action.accept(limit);
    }
    additions.forEachPart(action);
  }
}
