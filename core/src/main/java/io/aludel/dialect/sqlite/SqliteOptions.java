package io.aludel.dialect.sqlite;

import io.aludel.ArgumentException;
import io.aludel.schema.DialectOption;

/** What only SQLite understands of tables, columns and constraints. Others ignore it. */
public final class SqliteOptions {
  static final String WITHOUT_ROWID = "without_rowid";
  static final String STRICT = "strict";
  static final String AUTOINCREMENT = "autoincrement";
  static final String ON_CONFLICT = "on_conflict";
  static final String ON_CONFLICT_NOT_NULL = "on_conflict_not_null";

  private SqliteOptions() {}

  /** What happens to a row that breaks a rule. */
  public enum Conflict {
    /** The transaction is rolled back. */
    ROLLBACK,
    /** The statement is undone. */
    ABORT,
    /** The statement stops, and what it has done stays. */
    FAIL,
    /** The row is left out. */
    IGNORE,
    /** The row that is in the way is deleted. */
    REPLACE
  }

  /**
   * A table that is its own primary key index.
   *
   * @return {@code WITHOUT ROWID}, for tables
   */
  public static DialectOption withoutRowid() {
    return new DialectOption("sqlite", WITHOUT_ROWID, "");
  }

  /**
   * A table that refuses values of other types.
   *
   * @return {@code STRICT}, for tables
   */
  public static DialectOption strict() {
    return new DialectOption("sqlite", STRICT, "");
  }

  /**
   * A table whose generated keys never come back after their rows are deleted.
   *
   * @return {@code AUTOINCREMENT}, for tables
   */
  public static DialectOption autoincrement() {
    return new DialectOption("sqlite", AUTOINCREMENT, "");
  }

  /**
   * What happens to a row that breaks the rule.
   *
   * @param conflict what happens
   * @return {@code ON CONFLICT}, for unique, primary key and check constraints
   */
  public static DialectOption onConflict(Conflict conflict) {
    ArgumentException.requireNonNull(conflict, "what happens on conflict");
    return new DialectOption("sqlite", ON_CONFLICT, conflict.name());
  }

  /**
   * What happens to a row without a value.
   *
   * @param conflict what happens
   * @return {@code NOT NULL ON CONFLICT}, for columns
   */
  public static DialectOption onConflictNotNull(Conflict conflict) {
    ArgumentException.requireNonNull(conflict, "what happens on conflict");
    return new DialectOption("sqlite", ON_CONFLICT_NOT_NULL, conflict.name());
  }
}
