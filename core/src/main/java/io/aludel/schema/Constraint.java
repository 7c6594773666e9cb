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
public abstract sealed class Constraint implements SchemaItem, DdlElement.Commented
    permits FreeConstraint {

  /** What all constraints have. */
  record Parts(
      @Nullable GivenName name,
      List<String> columnNames,
      Deferral deferral,
      @Nullable String comment,
      List<DialectOption> options,
      Ddl.Condition condition,
      @Nullable Table table) {
    static Parts on(List<String> columnNames) {
      return new Parts(
          null,
          List.copyOf(columnNames),
          Deferral.NOT_SAID,
          null,
          List.of(),
          Ddl.Condition.ALWAYS,
          null);
    }

    Parts named(@Nullable GivenName name) {
      return new Parts(name, columnNames, deferral, comment, options, condition, table);
    }

    Parts deferral(Deferral deferral) {
      Deferral checked = ArgumentException.requireNonNull(deferral, "a deferral");
      return new Parts(name, columnNames, checked, comment, options, condition, table);
    }

    Parts comment(@Nullable String comment) {
      return new Parts(name, columnNames, deferral, comment, options, condition, table);
    }

    Parts options(List<DialectOption> added) {
      List<DialectOption> more = new ArrayList<>(options);
      more.addAll(added);
      return new Parts(name, columnNames, deferral, comment, List.copyOf(more), condition, table);
    }

    Parts condition(Ddl.Condition condition) {
      return new Parts(name, columnNames, deferral, comment, options, condition, table);
    }

    Parts columns(List<String> columnNames) {
      return new Parts(
          name, List.copyOf(columnNames), deferral, comment, options, condition, table);
    }

    Parts in(@Nullable Table table) {
      return new Parts(name, columnNames, deferral, comment, options, condition, table);
    }
  }

  private final Parts parts;

  Constraint(Parts parts) {
    this.parts = parts;
  }

  /** The copy of this constraint that belongs to {@code table}, or to none. */
  abstract Constraint boundTo(@Nullable Table table);

  final Parts parts() {
    return parts;
  }

  /**
   * The name that was given to the constraint.
   *
   * @return the name, or null when none was given
   */
  public final @Nullable String name() {
    GivenName given = parts.name();
    return given == null ? null : given.text();
  }

  /**
   * The name the constraint has in the database: the one given, or one made of it or instead of it by the
   * metadata's naming convention.
   *
   * @return the name, or null when the database gives one
   * @throws ArgumentException if the convention needs something that the constraint does not have
   */
  public final NamingConvention.@Nullable Name fullName() {
    return table().metadata().naming().nameOf(this);
  }

  /**
   * When the constraint is checked.
   *
   * @return {@link Deferral#NOT_SAID} unless stated
   */
  public final Deferral deferral() {
    return parts.deferral();
  }

  @Override
  public final @Nullable String comment() {
    return parts.comment();
  }

  /**
   * What was said for single kinds of databases.
   *
   * @return the options
   */
  public final List<DialectOption> options() {
    return parts.options();
  }

  /**
   * Whether the constraint is wanted on a database.
   *
   * @return the condition, which holds everywhere unless stated
   */
  public final Ddl.Condition condition() {
    return parts.condition();
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

  /** A name that the application gave, and whether the naming convention must leave it alone. */
  record GivenName(String text, boolean exact) {
    static GivenName of(String text, String role) {
      return new GivenName(ArgumentException.requireText(text, role), false);
    }

    static GivenName exactly(String text, String role) {
      return new GivenName(ArgumentException.requireText(text, role), true);
    }
  }

  /** Checks the column names that constraints and indexes are made with. */
  static final class ColumnNames {
    static final List<String> NONE = List.of();

    private ColumnNames() {}

    static List<String> of(String[] names, String owner) {
      return of(List.of(checked(names, owner)), owner);
    }

    static List<String> of(List<String> names, String owner) {
      if (names.isEmpty()) {
        throw new ArgumentException(
            CoreError.ARGUMENT, "No column was given for " + owner + ". Name at least one.");
      }
      return List.copyOf(names);
    }

    private static String[] checked(String[] names, String owner) {
      ArgumentException.requireNonNull(names, "the columns of " + owner);
      for (String name : names) {
        ArgumentException.requireText(name, "a column of " + owner);
      }
      return names;
    }
  }
}
