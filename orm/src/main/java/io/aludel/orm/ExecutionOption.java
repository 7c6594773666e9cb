package io.aludel.orm;

import io.aludel.sql.Select;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.statement.StatementOption;

/**
 * How a session runs a statement, without any effect on its SQL. Made by the factory methods of {@link
 * Orm}, given to a statement's {@code options}. Immutable.
 */
public sealed interface ExecutionOption extends StatementOption {
  /** Objects that the session holds are overwritten by the rows. */
  record PopulateExisting() implements ExecutionOption {}

  /** No flush comes before the statement. */
  record WithoutAutoflush() implements ExecutionOption {}

  /**
   * The row of a single object is locked.
   *
   * @param lock the lock
   */
  record Locking(Select.Lock lock) implements ExecutionOption {}

  /**
   * How objects are kept in step with an UPDATE or DELETE.
   *
   * @param how the way
   */
  record Synchronizing(Synchronize how) implements ExecutionOption {}

  /** An INSERT with maps sends the nulls among them. */
  record RenderingNulls() implements ExecutionOption {}

  @Override
  default void key(KeyBuilder keys) {}
}
