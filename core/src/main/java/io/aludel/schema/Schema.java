package io.aludel.schema;

import io.aludel.ArgumentException;
import io.aludel.types.SqlType;

/**
 * The words that tables are declared with, to be imported statically: {@code Table.of("account", metadata,
 * column("id", INTEGER).primaryKey(), …)}.
 */
public final class Schema {
  private Schema() {}

  /**
   * A column.
   *
   * @param name the name in the database
   * @param type the type of the values
   * @param <T> the Java type of the values
   * @return a column that belongs to no table yet
   * @throws ArgumentException if {@code name} is null or blank, or {@code type} is null
   */
  public static <T> Column<T> column(String name, SqlType<T> type) {
    return Column.of(name, ArgumentException.requireNonNull(type, "the type of a column"));
  }

  /**
   * A column with the type of the column it refers to, taken from there when first needed.
   *
   * @param name the name in the database
   * @param foreignKey a foreign key made by {@link ForeignKey#to(String)}
   * @param <T> the Java type of the values, which must be that of the target
   * @return a column that belongs to no table yet
   * @throws ArgumentException if {@code name} is null or blank, or {@code foreignKey} is null
   */
  public static <T> Column<T> column(String name, ForeignKey foreignKey) {
    return Column.<T>of(name, null).foreignKey(foreignKey);
  }

  /**
   * A column with the type of the column that a foreign key of its table points it at, taken from there
   * when first needed.
   *
   * @param name the name in the database
   * @param <T> the Java type of the values, which must be that of the target
   * @return a column that belongs to no table yet
   * @throws ArgumentException if {@code name} is null or blank
   */
  public static <T> Column<T> column(String name) {
    return Column.of(name, null);
  }

  /**
   * Puts a table into a schema other than that of its metadata.
   *
   * @param name the schema
   * @return the option
   */
  public static TableOption inSchema(String name) {
    return new TableOption.InSchema(name);
  }

  /**
   * A primary key of these columns, in this order.
   *
   * @param columns the keys of the columns
   * @return the constraint
   */
  public static PrimaryKey primaryKey(String... columns) {
    return PrimaryKey.of(columns);
  }

  /**
   * A unique constraint over these columns.
   *
   * @param columns the keys of the columns
   * @return the constraint
   */
  public static UniqueConstraint unique(String... columns) {
    return UniqueConstraint.of(columns);
  }

  /**
   * A check constraint.
   *
   * @param sql the condition as SQL text, sent as it is
   * @return the constraint
   */
  public static CheckConstraint check(String sql) {
    return CheckConstraint.of(sql);
  }

  /**
   * An index over these columns.
   *
   * @param columns the keys of the columns
   * @return the index
   */
  public static Index index(String... columns) {
    return Index.on(columns);
  }
}
