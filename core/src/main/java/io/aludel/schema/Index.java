package io.aludel.schema;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way for the database to find rows quickly, and, if unique, a rule that no two rows agree. Immutable:
 * made free and copied into the table it is given to; {@link Table#indexes()} holds those copies.
 */
public final class Index implements SchemaItem {

  /**
   * One thing the index is sorted by.
   *
   * @param text the key of a column, or SQL text
   * @param expression true if {@code text} is SQL text
   * @param descending true for descending order
   */
  public record Part(String text, boolean expression, boolean descending) {
    /** Creates the part. */
    public Part {
      ArgumentException.requireText(text, "a part of an index");
    }
  }

  private final @Nullable String name;
  private final List<Part> parts;
  private final boolean unique;
  private final @Nullable Table table;

  private Index(@Nullable String name, List<Part> parts, boolean unique, @Nullable Table table) {
    this.name = name;
    this.parts = List.copyOf(parts);
    this.unique = unique;
    this.table = table;
  }

  /**
   * An index over these columns. Its name is {@code ix_table_column} unless {@link #named(String)} says
   * another.
   *
   * @param columns the keys of the columns; none if only {@link #onExpression(String)} is to follow
   * @return an index that belongs to no table yet
   */
  public static Index on(String... columns) {
    ArgumentException.requireNonNull(columns, "the columns of an index");
    List<Part> parts = new ArrayList<>(columns.length);
    for (String column : columns) {
      parts.add(new Part(column, false, false));
    }
    return new Index(null, parts, false, null);
  }

  /**
   * The same index with a name.
   *
   * @param name the name of the index
   * @return a copy
   */
  public Index named(String name) {
    String checked = ArgumentException.requireText(name, "the name of an index");
    return new Index(checked, parts, unique, table);
  }

  /**
   * The same index, refusing equal rows.
   *
   * @return a copy
   */
  public Index unique() {
    return new Index(name, parts, true, table);
  }

  /**
   * The same index with one more column, in descending order.
   *
   * @param column the key of the column
   * @return a copy
   */
  public Index onDescending(String column) {
    return with(new Part(column, false, true));
  }

  /**
   * The same index with one more expression.
   *
   * @param sql the expression as SQL text, sent as it is, in parentheses
   * @return a copy
   */
  public Index onExpression(String sql) {
    return with(new Part(sql, true, false));
  }

  private Index with(Part part) {
    List<Part> more = new ArrayList<>(parts);
    more.add(part);
    return new Index(name, more, unique, table);
  }

  Index boundTo(Table owner) {
    if (parts.isEmpty()) {
      throw new ArgumentException(
          CoreError.CONSTRAINT_NOT_SPELLABLE,
          "An index of table '" + owner.key() + "' has no columns. Name at least one.");
    }
    return new Index(name, parts, unique, owner);
  }

  /**
   * The name the index has in the database.
   *
   * @return the name given, or {@code ix_table_column} of the first column
   */
  public String name() {
    if (name != null) {
      return name;
    }
    Table owner = table();
    Part first = parts.get(0);
    if (first.expression()) {
      throw new ArgumentException(
          CoreError.CONSTRAINT_NOT_SPELLABLE,
          "The index of table '" + owner.key() + "' on (" + first.text()
              + ") has no name, and none can be made of an expression. Name it.");
    }
    return "ix_" + owner.key().replace('.', '_') + "_" + owner.c(first.text()).name();
  }

  /**
   * What the index is sorted by.
   *
   * @return the parts in order
   */
  public List<Part> parts() {
    return parts;
  }

  /**
   * Whether equal rows are refused.
   *
   * @return true for a unique index
   */
  public boolean isUnique() {
    return unique;
  }

  /**
   * The table the index belongs to.
   *
   * @return the table
   * @throws ArgumentException if the index was not given to a table
   */
  public Table table() {
    if (table == null) {
      throw new ArgumentException(
          CoreError.ALREADY_ATTACHED,
          this + " belongs to no table yet. Take the one that Table.indexes() gives.");
    }
    return table;
  }

  @Override
  public String toString() {
    return (unique ? "unique index " : "index ") + (name == null ? "" : name + " ") + "on " + parts;
  }
}
