package io.aludel.dialect.postgresql;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.schema.DialectOption;
import java.util.List;
import java.util.Locale;

/** What only PostgreSQL understands of tables, constraints and indexes. Others ignore it. */
public final class PostgresqlOptions {
  static final String INHERITS = "inherits";
  static final String PARTITION_BY = "partition_by";
  static final String USING = "using";
  static final String WITH = "with";
  static final String ON_COMMIT = "on_commit";
  static final String TABLESPACE = "tablespace";
  static final String CONCURRENTLY = "concurrently";
  static final String OPERATORS = "ops:";
  static final String INCLUDE = "include";
  static final String NULLS = "nulls";
  static final String NOT_VALID = "not_valid";

  private PostgresqlOptions() {}

  private static DialectOption option(String name, String value) {
    return new DialectOption(
        "postgresql", name, ArgumentException.requireText(value, "the option " + name));
  }

  /** A list of names in one value; no name can have the character 0. */
  private static DialectOption list(String name, String... members) {
    return option(name, String.join("\0", members));
  }

  static List<String> members(String list) {
    return List.of(list.split("\0", -1));
  }

  /**
   * The tables whose columns a table has too.
   *
   * @param tables their names
   * @return {@code INHERITS (…)}, for tables
   */
  public static DialectOption inherits(String... tables) {
    return list(INHERITS, tables);
  }

  /**
   * How the rows of a table are spread over partitions.
   *
   * @param sql such as {@code RANGE (created)}, sent as it is
   * @return {@code PARTITION BY …}, for tables
   */
  public static DialectOption partitionBy(String sql) {
    return option(PARTITION_BY, sql);
  }

  /**
   * The access method.
   *
   * @param method such as {@code gin}
   * @return {@code USING …}, for tables and indexes
   */
  public static DialectOption using(String method) {
    return option(USING, method);
  }

  /**
   * Storage parameters.
   *
   * @param sql such as {@code fillfactor = 70}, sent as it is
   * @return {@code WITH (…)}, for tables and indexes
   */
  public static DialectOption with(String sql) {
    return option(WITH, sql);
  }

  /**
   * What becomes of the rows of a temporary table at commit.
   *
   * @param words {@code DELETE ROWS}, {@code PRESERVE ROWS} or {@code DROP}
   * @return {@code ON COMMIT …}, for tables
   * @throws ArgumentException if {@code words} are others
   */
  public static DialectOption onCommit(String words) {
    String said = ArgumentException.requireText(words, "what becomes of rows at commit");
    if (!List.of("DELETE ROWS", "PRESERVE ROWS", "DROP").contains(said.toUpperCase(Locale.ROOT))) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "'" + said
              + "' cannot become of rows at commit. Write DELETE ROWS, PRESERVE ROWS or DROP.");
    }
    return option(ON_COMMIT, said);
  }

  /**
   * Where on the disks.
   *
   * @param name the tablespace
   * @return {@code TABLESPACE …}, for tables and indexes
   */
  public static DialectOption tablespace(String name) {
    return option(TABLESPACE, name);
  }

  /**
   * An index that is built and dropped while the table is written to. Cannot run in a transaction.
   *
   * @return {@code CONCURRENTLY}, for indexes
   */
  public static DialectOption concurrently() {
    return new DialectOption("postgresql", CONCURRENTLY, "");
  }

  /**
   * How a column of an index is compared.
   *
   * @param column the key of the column
   * @param operatorClass such as {@code text_pattern_ops}
   * @return the operator class, for indexes
   */
  public static DialectOption operatorClass(String column, String operatorClass) {
    return option(OPERATORS + column, operatorClass);
  }

  /**
   * Columns that an index holds besides those it is sorted by.
   *
   * @param columns the keys of the columns
   * @return {@code INCLUDE (…)}, for indexes, unique constraints and primary keys
   */
  public static DialectOption include(String... columns) {
    return list(INCLUDE, columns);
  }

  /**
   * Two NULLs count as equal.
   *
   * @return {@code NULLS NOT DISTINCT}, for unique indexes and constraints
   */
  public static DialectOption nullsNotDistinct() {
    return option(NULLS, "NULLS NOT DISTINCT");
  }

  /**
   * Rows that are there already are not looked at.
   *
   * @return {@code NOT VALID}, for foreign keys and check constraints
   */
  public static DialectOption notValid() {
    return new DialectOption("postgresql", NOT_VALID, "");
  }
}
