package io.aludel.sql;

import io.aludel.sql.tree.StatementNode;

/** A statement that can be run. Immutable and safe to share. */
public interface Executable {
  /**
   * The node that these words are about.
   *
   * @return the node
   */
  StatementNode statementNode();
}
