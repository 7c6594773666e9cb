package io.aludel.sql;

import io.aludel.sql.tree.Node;

/** What {@code ORDER BY} takes: an expression, alone or with a direction. */
public interface OrderKey {
  /**
   * The node that these words are about.
   *
   * @return the node
   */
  Node node();
}
