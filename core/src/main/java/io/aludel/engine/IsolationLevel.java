package io.aludel.engine;

import java.sql.Connection;

/** How much transactions see of each other. */
public enum IsolationLevel {
  /** Changes of others are seen before they are committed. */
  READ_UNCOMMITTED(Connection.TRANSACTION_READ_UNCOMMITTED),
  /** Only committed changes are seen. */
  READ_COMMITTED(Connection.TRANSACTION_READ_COMMITTED),
  /** Rows once read stay as they were. */
  REPEATABLE_READ(Connection.TRANSACTION_REPEATABLE_READ),
  /** As if one transaction came after the other. */
  SERIALIZABLE(Connection.TRANSACTION_SERIALIZABLE),
  /** No transactions: each statement is final at once, and commit and rollback do nothing. */
  AUTOCOMMIT(Connection.TRANSACTION_NONE);

  private final int jdbc;

  IsolationLevel(int jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The level as JDBC counts it.
   *
   * @return one of the constants of {@link Connection}
   */
  public int jdbc() {
    return jdbc;
  }

  /**
   * The level that JDBC counts as {@code jdbc}.
   *
   * @param jdbc one of the constants of {@link Connection}
   * @return the level
   */
  public static IsolationLevel of(int jdbc) {
    for (IsolationLevel level : values()) {
      if (level.jdbc == jdbc) {
        return level;
      }
    }
    return AUTOCOMMIT;
  }
}
