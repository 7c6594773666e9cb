package io.aludel.schema;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that the rows of a table obey. Immutable: made free, with the names of its columns, and copied
 * into each table that it is given to; {@link Table#constraints()} holds those copies. Safe to share.
 */
public abstract sealed class Constraint implements SchemaItem
    permits PrimaryKey, UniqueConstraint, CheckConstraint, ForeignKey {

  /** What all constraints have. */
  record Parts(
      @Nullable String name,
      List<String> columnNames,
      Deferral deferral,
      @Nullable Table table) {
    static Parts on(List<String> columnNames) {
      return new Parts(null, List.copyOf(columnNames), Deferral.NOT_SAID, null);
    }

    Parts named(String name) {
      String checked = ArgumentException.requireText(name, "the name of a constraint");
      return new Parts(checked, columnNames, deferral, table);
    }

    Parts deferral(Deferral deferral) {
      Deferral checked = ArgumentException.requireNonNull(deferral, "a deferral");
      return new Parts(name, columnNames, checked, table);
    }

    Parts columns(List<String> columnNames) {
      return new Parts(name, List.copyOf(columnNames), deferral, table);
    }

    Parts in(Table table) {
      return new Parts(name, columnNames, deferral, table);
    }
  }

  private final Parts parts;

  Constraint(Parts parts) {
    this.parts = parts;
  }

  /** The copy of this constraint that belongs to {@code table}. */
  abstract Constraint boundTo(Table table);

  final Parts parts() {
    return parts;
  }

  /**
   * The name the constraint has in the database.
   *
   * @return the name, or null when the database gives one
   */
  public final @Nullable String name() {
    return parts.name();
  }

  /**
   * When the constraint is checked.
   *
   * @return {@link Deferral#NOT_SAID} unless stated
   */
  public final Deferral deferral() {
    return parts.deferral();
  }

  /**
   * The keys of the columns, in the order of the constraint.
   *
   * @return the keys; empty for a check constraint
   */
  public final List<String> columnNames() {
    return parts.columnNames();
  }

  /**
   * The columns, in the order of the constraint.
   *
   * @return the columns of {@link #table()}
   * @throws io.aludel.InvalidRequestException if the constraint belongs to no table, or its table lacks
   *     one of the columns
   */
  public final List<Column<?>> columns() {
    Table owner = table();
    List<Column<?>> columns = new ArrayList<>(parts.columnNames().size());
    for (String column : parts.columnNames()) {
      columns.add(owner.c(column));
    }
    return columns;
  }

  /**
   * The table the constraint belongs to.
   *
   * @return the table
   * @throws ArgumentException if the constraint was not given to a table; take it from {@link
   *     Table#constraints()} instead
   */
  public final Table table() {
    Table table = parts.table();
    if (table == null) {
      throw new ArgumentException(
          CoreError.ALREADY_ATTACHED,
          this + " belongs to no table yet. Take the one that Table.constraints() gives.");
    }
    return table;
  }
}
