package io.aludel.dialect.oracle;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.schema.DialectOption;
import io.aludel.sql.tree.statement.StatementOption;
import java.util.Locale;

/** What only Oracle understands of tables, indexes and queries. Others ignore it. */
public final class OracleOptions {
  static final String ON_COMMIT = "on_commit";
  static final String COMPRESS = "compress";
  static final String TABLESPACE = "tablespace";
  static final String BITMAP = "bitmap";
  static final String VECTOR = "vector";

  private OracleOptions() {}

  private static DialectOption option(String name, String value) {
    return new DialectOption("oracle", name, value);
  }

  private static String words(String value, String subject) {
    String given = ArgumentException.requireText(value, subject);
    if (!given.matches("[A-Za-z][A-Za-z ]*")) {
      throw new ArgumentException(
          CoreError.ARGUMENT, "'" + given + "' is no name of " + subject + ". Write words.");
    }
    return given.toUpperCase(Locale.ROOT);
  }

  /**
   * What becomes of the rows of a temporary table at the end of a transaction.
   *
   * @param action {@code DELETE ROWS} or {@code PRESERVE ROWS}
   * @return {@code ON COMMIT …}, for tables with the prefix {@code GLOBAL TEMPORARY}
   * @throws ArgumentException if {@code action} is no words
   */
  public static DialectOption onCommit(String action) {
    return option(ON_COMMIT, words(action, "an action at commit"));
  }

  /**
   * A table whose rows are compressed.
   *
   * @return {@code COMPRESS}, for tables
   */
  public static DialectOption compress() {
    return option(COMPRESS, "");
  }

  /**
   * A table whose rows are compressed in some way.
   *
   * @param way such as {@code OLTP}
   * @return {@code COMPRESS FOR …}, for tables
   * @throws ArgumentException if {@code way} is no words
   */
  public static DialectOption compressFor(String way) {
    return option(COMPRESS, words(way, "a way of compression"));
  }

  /**
   * An index whose first columns are stored once for all entries that share them.
   *
   * @param columns how many columns
   * @return {@code COMPRESS n}, for indexes
   * @throws ArgumentException if {@code columns} is less than 1
   */
  public static DialectOption compress(int columns) {
    if (columns < 1) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "An index cannot be compressed by " + columns + " columns. Give 1 or more.");
    }
    return option(COMPRESS, String.valueOf(columns));
  }

  /**
   * Where a table lies.
   *
   * @param name the name of the tablespace
   * @return {@code TABLESPACE …}, for tables
   */
  public static DialectOption tablespace(String name) {
    return option(TABLESPACE, ArgumentException.requireText(name, "a tablespace"));
  }

  /**
   * An index of few different values.
   *
   * @return {@code BITMAP}, for indexes
   */
  public static DialectOption bitmap() {
    return option(BITMAP, "BITMAP");
  }

  /**
   * An index that finds the nearest vectors. Needs version 23.
   *
   * @param index how it is made
   * @return {@code VECTOR} with its parameters, for indexes
   */
  public static DialectOption vector(VectorIndex index) {
    return option(
        VECTOR, ArgumentException.requireNonNull(index, "a vector index").sql());
  }

  /**
   * Lets a query with a limit be content with the rows that a vector index finds, rather than exactly the
   * nearest. Needs version 23.
   *
   * @return {@code FETCH APPROX FIRST}, for queries
   */
  public static StatementOption approximately() {
    return new Approximate();
  }
}
