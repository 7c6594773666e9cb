package io.aludel.schema;

import io.aludel.ArgumentException;
import io.aludel.sql.Condition;
import io.aludel.sql.tree.Quoting;
import io.aludel.types.SqlType;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

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
    return new TableOption.InSchema(name, Quoting.AUTO);
  }

  /**
   * A comment that the database keeps on a table.
   *
   * @param text the comment
   * @return the option
   */
  public static TableOption comment(String text) {
    return new TableOption.Comment(text);
  }

  /**
   * Whatever the application keeps with a table.
   *
   * @param values keys and values
   * @return the option
   */
  public static TableOption info(Map<String, Object> values) {
    return new TableOption.Info(values);
  }

  /**
   * Whether the name of a table stands in quotes.
   *
   * @param quoting {@link Quoting#AUTO} unless stated
   * @return the option
   */
  public static TableOption quoted(Quoting quoting) {
    return new TableOption.Quoted(quoting);
  }

  /**
   * Words between CREATE and TABLE, such as {@code TEMPORARY}.
   *
   * @param words the words, sent as they are
   * @return the option
   */
  public static TableOption prefixes(String... words) {
    ArgumentException.requireNonNull(words, "the prefixes of a table");
    return new TableOption.Prefixes(List.of(words));
  }

  /**
   * Never asks for generated values with RETURNING, which triggers of the table may forbid.
   *
   * @return the option
   */
  public static TableOption withoutReturning() {
    return new TableOption.WithoutReturning();
  }

  /**
   * Gives the table that the metadata has already, if it has one of that name, and leaves it as it is.
   *
   * @return the option
   */
  public static TableOption keepExisting() {
    return new TableOption.OnDuplicate(TableOption.OnDuplicate.Rule.KEEP);
  }

  /**
   * Adds to the table that the metadata has already, if it has one of that name.
   *
   * @return the option
   */
  public static TableOption extendExisting() {
    return new TableOption.OnDuplicate(TableOption.OnDuplicate.Rule.EXTEND);
  }

  /**
   * Listens to what happens to a table, from the moment it is made.
   *
   * @param registration registers the listeners
   * @return the option
   */
  public static TableOption listening(Consumer<DdlEvents> registration) {
    return new TableOption.Listening(registration);
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
   * A check constraint.
   *
   * @param condition the condition, over columns of the table; its values are written out
   * @return the constraint
   */
  public static CheckConstraint check(Condition condition) {
    return CheckConstraint.of(condition);
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
