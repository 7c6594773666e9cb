package io.aludel.orm.mapping.internal;

import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.ReferenceNode;
import io.aludel.sql.tree.Rewriter;
import java.util.List;

/** Something said of an occurrence of an entity, which can be said of another one. */
public interface OccurrenceNode extends ReferenceNode {
  /** The same of another occurrence; this one if it does not speak of {@code from}. */
  Node moved(EntitySource from, EntitySource to);

  /** The expressions with what they say of one occurrence said of another. */
  static List<Node> moved(List<Node> nodes, EntitySource from, EntitySource to) {
    return from == to
        ? nodes
        : new Rewriter(
                element -> element instanceof OccurrenceNode said ? said.moved(from, to) : null)
            .nodes(nodes);
  }
}
