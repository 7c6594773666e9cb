package io.aludel.orm.internal.flush;

import io.aludel.orm.FlushException;
import io.aludel.orm.OrmError;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.schema.ColumnDefault;
import io.aludel.sql.tree.Node;
import java.util.BitSet;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Decides what an UPDATE says: the columns of a table whose values differ from what the row holds. Serves
 * one row after another; those that say the same columns share one set of them.
 */
final class UpdateCollector {
  private final TableModel table;
  private final BitSet columns = new BitSet();
  private BitSet lastColumns = new BitSet();

  UpdateCollector(TableModel table) {
    this.table = table;
  }

  TableModel table() {
    return table;
  }

  /** The command for a row, or null if nothing is to be written to this table. */
  @Nullable WriteCommand collect(FlushRow row) {
    columns.clear();
    if (row.replaced() == null) {
      addChanged(row);
    } else {
      addAllButKey(row);
    }
    if (table.isVersioned()) {
      columns.clear(table.version());
      if (columns.isEmpty() && !isChangedElsewhere(row) && !assignsVersion(row)) {
        return null;
      }
      setNextVersion(row);
    }
    return columns.isEmpty() ? null : command(row);
  }

  /** A change of any table of a row is a change of its version. */
  private boolean isChangedElsewhere(FlushRow row) {
    for (TableModel other : row.model().tables()) {
      if (other != table && isChanged(row, other)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isChanged(FlushRow row, TableModel table) {
    for (int index : table.columns()) {
      if (isChanged(row, index)) {
        return true;
      }
    }
    return false;
  }

  private boolean assignsVersion(FlushRow row) {
    int version = table.version();
    return !row.isNew()
        && row.state().isRecorded(version)
        && row.state().differs(row.entity(), version);
  }

  /** A version that the application assigned is written as it is. */
  private void setNextVersion(FlushRow row) {
    UnaryOperator<@Nullable Object> versions = table.rules().versions();
    int version = table.version();
    if (assignsVersion(row)) {
      columns.set(version);
    } else if (versions != null) {
      Object stored = TableModel.requireVersion(row, row.storedVersion());
      row.fillChanged(version, TableModel.requireVersion(row, versions.apply(stored)));
      columns.set(version);
    } else if (row.isNew() && row.value(version) != null) {
      columns.set(version);
    }
  }

  private void addChanged(FlushRow row) {
    for (int index : table.columns()) {
      if (isChanged(row, index)) {
        columns.set(index);
      }
    }
  }

  private static boolean isChanged(FlushRow row, int index) {
    return row.isForced(index)
        || (row.state().isRecorded(index) && row.state().differs(row.entity(), index));
  }

  /**
   * A new object takes over a whole row: nothing of the old one may shine through, except what the
   * database makes.
   */
  private void addAllButKey(FlushRow row) {
    for (int index : table.columns()) {
      boolean made = row.value(index) == null && table.isMadeByDatabase(index);
      if (!table.isKey(index) && !made) {
        columns.set(index);
      }
    }
  }

  private WriteCommand command(FlushRow row) {
    addOnUpdateValues(row);
    if (!columns.equals(lastColumns)) {
      lastColumns = (BitSet) columns.clone();
    }
    Map<Integer, Node> expressions = expressions(row);
    @Nullable Object[] values = table.finding(row, columns.cardinality() - expressions.size());
    int count = 0;
    for (int index = columns.nextSetBit(0); index >= 0; index = columns.nextSetBit(index + 1)) {
      if (!expressions.containsKey(index)) {
        Object value = row.value(index);
        requireKey(row, index, value);
        values[count++] = value;
      }
    }
    return new WriteCommand(row, table, lastColumns, values, expressions);
  }

  private Map<Integer, Node> expressions(FlushRow row) {
    Map<Integer, Node> expressions = Map.of();
    for (int index = columns.nextSetBit(0); index >= 0; index = columns.nextSetBit(index + 1)) {
      Node expression = row.expression(index);
      if (expression != null) {
        expressions = expressions.isEmpty() ? new TreeMap<>() : expressions;
        expressions.put(index, expression);
      }
    }
    return expressions;
  }

  private void addOnUpdateValues(FlushRow row) {
    for (int index : table.renewed()) {
      if (columns.get(index)) {
        continue;
      }
      columns.set(index);
      ColumnDefault<?> made = Objects.requireNonNull(table.requireColumn(index).onUpdateValue());
      Node expression = made.expression();
      if (expression != null) {
        row.defaultTo(index, expression);
      } else {
        row.fillChanged(index, made.value(new RowDefaults(row, table, false)));
      }
    }
  }

  private void requireKey(FlushRow row, int index, @Nullable Object value) {
    if (value == null && table.isKey(index)) {
      ColumnProperty<?> property = table.layout().requireColumn(index);
      throw new FlushException(
          OrmError.INCOMPLETE_KEY,
          "Cannot update "
              + row
              + ": its key attribute "
              + property
              + " was set to null. Give it a value, or delete the object.");
    }
  }
}
