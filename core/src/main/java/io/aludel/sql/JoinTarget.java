package io.aludel.sql;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.sql.tree.statement.JoinTargetNode;

/** What {@code join} takes: something rows come from, or a relationship of the ORM. */
public interface JoinTarget {
  /**
   * The node of the target.
   *
   * @return the node
   */
  JoinTargetNode joinNode();

  /**
   * This relationship leading to a certain occurrence of its target.
   *
   * @param alias the occurrence
   * @return the target
   * @throws ArgumentException if this is no relationship
   */
  default JoinTarget toward(FromClause alias) {
    throw new ArgumentException(
        CoreError.WRONG_ROLE,
        "Cannot join toward an alias: the target is no relationship but "
            + this
            + ". Join the alias itself, with a condition.");
  }
}
