package io.aludel.sql.tree.statement;

import io.aludel.sql.tree.KeyBuilder;

/**
 * Something attached to a statement that Core passes on without understanding it, such as a loader
 * option of the ORM.
 */
public interface StatementOption {
  /**
   * Adds whatever shapes the SQL or the reading of its rows.
   *
   * @param keys collects the key
   */
  void key(KeyBuilder keys);
}
