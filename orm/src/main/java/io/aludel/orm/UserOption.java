package io.aludel.orm;

import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.statement.StatementOption;

/**
 * Something an application attaches to a statement for its own listeners: it means nothing to the
 * session, has no part in the SQL, and reaches whoever listens to executions (parity row ORM-QRY-25).
 *
 * <p>Implemented by the application, best by a record; to be immutable.
 */
public interface UserOption extends StatementOption {
  /**
   * Whether the option also goes along with what the loaded objects load later, such as a collection
   * when it is first read.
   *
   * @return true to go along; false unless overridden
   */
  default boolean followsLaterLoads() {
    return false;
  }

  /** Adds nothing: the SQL is the same with and without it. */
  @Override
  default void key(KeyBuilder keys) {}
}
