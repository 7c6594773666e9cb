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

  /**
   * The option as those see it who understand it, where words and what they mean are two objects.
   *
   * @return the meaning; this very option unless it has another
   */
  default StatementOption data() {
    return this;
  }
}
