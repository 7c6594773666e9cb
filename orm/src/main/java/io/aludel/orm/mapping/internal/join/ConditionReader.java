package io.aludel.orm.mapping.internal.join;

import io.aludel.orm.mapping.internal.AttributeNode;
import io.aludel.schema.Column;
import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ReferenceNode;
import io.aludel.sql.tree.Rewriter;
import io.aludel.sql.tree.SubqueryNode;
import org.jspecify.annotations.Nullable;

/** Turns a condition as written into one whose columns can be marked each by itself. */
final class ConditionReader {
  private final CompileScope scope;

  /** Reads references as {@code scope} resolves them. */
  ConditionReader(CompileScope scope) {
    this.scope = scope;
  }

  Node read(Node condition) {
    return read(condition, false, false);
  }

  private Node read(Node condition, boolean foreign, boolean remote) {
    return new Rewriter(element -> replacement(element, foreign, remote)).node(condition);
  }

  private @Nullable Element replacement(Element element, boolean foreign, boolean remote) {
    if (element instanceof MarkedNode marked) {
      return read(marked.node(), foreign || marked.foreign(), remote || marked.remote());
    }
    if (element instanceof Column<?> column) {
      return new Occurrence(column, foreign, remote);
    }
    if (element instanceof ReferenceNode reference) {
      return read(AttributeNode.inMapping(reference, scope), foreign, remote);
    }
    return element instanceof SubqueryNode ? element : null;
  }
}
