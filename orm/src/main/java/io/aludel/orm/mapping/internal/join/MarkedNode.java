package io.aludel.orm.mapping.internal.join;

import io.aludel.sql.tree.CompileScope;
import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ReferenceNode;
import io.aludel.sql.tree.Rewriter;
import java.util.function.Consumer;

/**
 * Something in the condition of a relationship whose columns the application marked.
 *
 * @param node what is marked
 * @param foreign whether its columns hold copies
 * @param remote whether its columns lie at the far end
 */
public record MarkedNode(Node node, boolean foreign, boolean remote) implements ReferenceNode {
  @Override
  public Node resolve(CompileScope scope) {
    return node;
  }

  @Override
  public void key(KeyBuilder keys) {
    keys.element(node);
  }

  @Override
  public void forEachPart(Consumer<? super Element> action) {
    action.accept(node);
  }

  @Override
  public Node rebuilt(Rewriter parts) {
    Node copy = parts.node(node);
    return copy == node ? this : new MarkedNode(copy, foreign, remote);
  }
}
