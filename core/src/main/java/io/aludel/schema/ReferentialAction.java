package io.aludel.schema;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import java.util.Locale;

/** What a database does to referring rows when the row they refer to is deleted or its key changes. */
public enum ReferentialAction {
  /** Refuses at the end of the statement or transaction. */
  NO_ACTION("NO ACTION"),
  /** Refuses at once. */
  RESTRICT("RESTRICT"),
  /** Deletes or updates the referring rows too. */
  CASCADE("CASCADE"),
  /** Sets the foreign key to NULL. */
  SET_NULL("SET NULL"),
  /** Sets the foreign key to its default. */
  SET_DEFAULT("SET DEFAULT");

  private final String sql;

  ReferentialAction(String sql) {
    this.sql = sql;
  }

  /**
   * The words of SQL.
   *
   * @return for example {@code SET NULL}
   */
  public String sql() {
    return sql;
  }

  /**
   * The action that {@code sql} names.
   *
   * @param sql for example {@code "set null"}, in either case
   * @return the action
   * @throws ArgumentException if no action has these words
   */
  public static ReferentialAction of(String sql) {
    String words = ArgumentException.requireText(sql, "a referential action").strip();
    for (ReferentialAction action : values()) {
      if (action.sql.equals(words.toUpperCase(Locale.ROOT))) {
        return action;
      }
    }
    throw new ArgumentException(
        CoreError.ARGUMENT,
        "'" + words + "' is no referential action. Use NO ACTION, RESTRICT, CASCADE, SET NULL or"
            + " SET DEFAULT.");
  }
}
