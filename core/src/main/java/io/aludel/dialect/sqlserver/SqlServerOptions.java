package io.aludel.dialect.sqlserver;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.schema.DialectOption;
import java.util.List;

/** What only SQL Server understands of indexes and keys. Others ignore it. */
public final class SqlServerOptions {
  static final String CLUSTERED = "clustered";
  static final String COLUMNSTORE = "columnstore";
  static final String INCLUDE = "include:";

  private SqlServerOptions() {}

  /**
   * Keeps the rows of the table in the order of the index, or of the key.
   *
   * @return {@code CLUSTERED}, for indexes, primary keys and unique constraints
   */
  public static DialectOption clustered() {
    return new DialectOption(SqlServerDialect.NAME, CLUSTERED, "CLUSTERED");
  }

  /**
   * Keeps the index, or the key, beside the rows of the table.
   *
   * @return {@code NONCLUSTERED}, for indexes, primary keys and unique constraints
   */
  public static DialectOption nonclustered() {
    return new DialectOption(SqlServerDialect.NAME, CLUSTERED, "NONCLUSTERED");
  }

  /**
   * Keeps the index column by column.
   *
   * @return {@code COLUMNSTORE}, for indexes
   */
  public static DialectOption columnstore() {
    return new DialectOption(SqlServerDialect.NAME, COLUMNSTORE, "COLUMNSTORE");
  }

  /**
   * Columns whose values are kept in the index without being searched for.
   *
   * @param columns the keys of the columns
   * @return {@code INCLUDE (…)}, an option for each column, for indexes
   * @throws ArgumentException if there are none
   */
  public static DialectOption[] include(String... columns) {
    List<String> names = List.of(columns);
    if (names.isEmpty()) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Cannot include nothing in an index. Name a column, or leave it out.");
    }
    return names.stream()
        .map(name -> new DialectOption(
            SqlServerDialect.NAME,
            INCLUDE + ArgumentException.requireText(name, "a column of an index"),
            name))
        .toArray(DialectOption[]::new);
  }
}
