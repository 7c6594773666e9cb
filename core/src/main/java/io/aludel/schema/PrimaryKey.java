package io.aludel.schema;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The primary key of a table. Every table has one, perhaps without columns. Made from the columns
 * marked {@link Column#primaryKey()}, or stated on its own when it has a name or another order.
 */
public final class PrimaryKey extends FreeConstraint<PrimaryKey> {
  PrimaryKey(Parts parts) {
    super(parts);
  }

  /**
   * A primary key of these columns, in this order.
   *
   * @param columns the keys of the columns
   * @return a key that belongs to no table yet
   * @throws ArgumentException if there is no column, or one is null or blank
   */
  public static PrimaryKey of(String... columns) {
    return new PrimaryKey(Parts.on(Constraint.ColumnNames.of(columns, "a primary key")));
  }

  @Override
  PrimaryKey copy(Parts parts) {
    return new PrimaryKey(parts);
  }

  PrimaryKey over(List<String> columns) {
    return new PrimaryKey(parts().columns(columns));
  }

  /**
   * The column whose values the database generates, by the rule of {@link Autoincrement}.
   *
   * @return the column, or null when the application gives every value
   * @throws ArgumentException if a column that must generate cannot, or two must
   */
  public @Nullable Column<?> autoincrementColumn() {
    List<Column<?>> columns = columns();
    if (columns.size() == 1) {
      Column<?> only = columns.get(0);
      return generates(only) ? only : null;
    }
    List<Column<?>> generating = new ArrayList<>();
    for (Column<?> column : columns) {
      if (column.autoincrement() == Autoincrement.ALWAYS && generates(column)) {
        generating.add(column);
      }
    }
    if (generating.size() > 1) {
      throw new ArgumentException(
          CoreError.AUTOINCREMENT_IMPOSSIBLE,
          "The primary key of '" + table().key() + "' cannot generate both '"
              + generating.get(0).name() + "' and '" + generating.get(1).name()
              + "'. Leave autoincrement ALWAYS on one of them.");
    }
    return generating.isEmpty() ? null : generating.get(0);
  }

  private static boolean generates(Column<?> column) {
    Autoincrement rule = column.autoincrement();
    if (rule == Autoincrement.NEVER) {
      return false;
    }
    boolean always = rule == Autoincrement.ALWAYS;
    if (!column.holdsIntegers()) {
      if (always) {
        throw new ArgumentException(
            CoreError.AUTOINCREMENT_IMPOSSIBLE,
            "Column '" + column + "' cannot generate its values: its type is " + column.type()
                + ". Make it an integer type, or leave autoincrement out.");
      }
      return false;
    }
    if (!always && (hasOtherDefault(column) || hasOtherServerDefault(column))) {
      return false;
    }
    return always || rule == Autoincrement.IGNORE_FOREIGN_KEY || !column.hasForeignKey();
  }

  private static boolean hasOtherDefault(Column<?> column) {
    return column.defaultValue() != null && !(column.defaultValue() instanceof ColumnDefault.Next);
  }

  private static boolean hasOtherServerDefault(Column<?> column) {
    return column.serverDefault() != null && !(column.serverDefault() instanceof Identity);
  }

  @Override
  public String toString() {
    return "primary key " + columnNames();
  }
}
