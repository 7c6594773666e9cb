package io.aludel.orm.internal.flush;

import io.aludel.schema.Column;
import io.aludel.schema.Constraint;
import io.aludel.schema.ExcludeConstraint;
import io.aludel.schema.Index;
import io.aludel.schema.PrimaryKey;
import io.aludel.schema.Table;
import io.aludel.schema.UniqueConstraint;
import io.aludel.sql.tree.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Columns of a table whose values no two rows share.
 *
 * @param table the mapper's part in the table
 * @param columns the columns
 * @param indexes the attributes that hold them
 * @param spare the attribute that may be NULL for a moment, or -1
 */
record UniqueKey(TableModel table, List<Column<?>> columns, int[] indexes, int spare) {
  /** The unique keys of a table whose columns are all mapped, the primary key first. */
  static List<UniqueKey> of(TableModel table) {
    List<UniqueKey> found = new ArrayList<>();
    for (Constraint constraint : table.table().constraints()) {
      if (constraint instanceof PrimaryKey || constraint instanceof UniqueConstraint) {
        add(table, constraint.columns(), found);
      }
    }
    for (Index index : table.table().indexes()) {
      List<Column<?>> columns = columns(table, index);
      if (columns != null) {
        add(table, columns, found);
      }
    }
    return List.copyOf(found);
  }

  /**
   * Whether a constraint or index that compares rows with each other may look at one of some columns, or at
   * what the database makes of them.
   */
  static boolean hasOneOf(Table table, List<Node> columns) {
    for (Constraint constraint : table.constraints()) {
      boolean unique = constraint instanceof PrimaryKey || constraint instanceof UniqueConstraint;
      if (constraint instanceof ExcludeConstraint
          || (unique && constraint.columns().stream().anyMatch(one -> isOf(one, columns)))) {
        return true;
      }
    }
    return table.indexes().stream()
        .anyMatch(index -> index.isUnique() && mayHold(table, index, columns));
  }

  private static boolean mayHold(Table table, Index index, List<Node> columns) {
    return index.where() != null
        || index.parts().stream().anyMatch(part -> {
          Column<?> column = part.expression() == null ? table.findColumn(part.column()) : null;
          return column == null || isOf(column, columns);
        });
  }

  private static boolean isOf(Column<?> column, List<Node> columns) {
    return columns.contains(column) || column.serverOnUpdate() != null;
  }

  private static @Nullable List<Column<?>> columns(TableModel table, Index index) {
    List<Column<?>> columns = new ArrayList<>();
    for (Index.Part part : index.parts()) {
      Column<?> column = part.expression() != null ? null : table.table().findColumn(part.column());
      if (column == null) {
        return null;
      }
      columns.add(column);
    }
    return index.isUnique() ? columns : null;
  }

  private static void add(TableModel table, List<Column<?>> columns, List<UniqueKey> found) {
    int[] indexes = table.indexesOf(columns);
    if (indexes == null || indexes.length == 0) {
      return;
    }
    int spare = -1;
    for (int i = 0; i < indexes.length && spare < 0; i++) {
      Column<?> column = columns.get(i);
      if (column.isNullable() && !column.isPrimaryKey() && !table.layout().isKey(indexes[i])) {
        spare = indexes[i];
      }
    }
    found.add(new UniqueKey(table, columns, indexes, spare));
  }

  /** The key as messages write it: {@code users.email}. */
  @Override
  public String toString() {
    List<String> names = columns.stream().map(Column::name).toList();
    return table.table().name()
        + (names.size() == 1 ? "." + names.get(0) : "(" + String.join(", ", names) + ")");
  }
}
