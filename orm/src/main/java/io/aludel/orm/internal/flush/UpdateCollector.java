package io.aludel.orm.internal.flush;

import io.aludel.orm.FlushException;
import io.aludel.orm.OrmError;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.schema.ColumnDefault;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Decides what an UPDATE says: the columns of a table whose values differ from what the row holds. */
final class UpdateCollector {
  private final TableModel table;

  UpdateCollector(TableModel table) {
    this.table = table;
  }

  /** The command for a row, or null if nothing is to be written to this table. */
  @Nullable WriteCommand collect(FlushRow row) {
    BitSet columns = row.replaced() == null ? changed(row) : allButKey(row);
    return columns.isEmpty() ? null : command(row, columns);
  }

  private BitSet changed(FlushRow row) {
    BitSet columns = new BitSet();
    for (int index : table.columns()) {
      if (row.isForced(index)
          || (row.state().isRecorded(index) && row.state().differs(row.entity(), index))) {
        columns.set(index);
      }
    }
    return columns;
  }

  /**
   * A new object takes over a whole row: nothing of the old one may shine through, except what the
   * database makes.
   */
  private BitSet allButKey(FlushRow row) {
    BitSet columns = new BitSet();
    for (int index : table.columns()) {
      boolean made = row.value(index) == null
          && InsertCollector.isMadeByDatabase(table.requireColumn(index));
      if (!table.layout().isKey(index) && !made) {
        columns.set(index);
      }
    }
    return columns;
  }

  private WriteCommand command(FlushRow row, BitSet columns) {
    addOnUpdateValues(row, columns);
    int[] key = table.key();
    @Nullable Object[] values = new Object[columns.cardinality() + key.length];
    int count = 0;
    for (int index = columns.nextSetBit(0); index >= 0; index = columns.nextSetBit(index + 1)) {
      Object value = row.value(index);
      requireKey(row, index, value);
      values[count++] = value;
    }
    System.arraycopy(table.layout().keyParts(row.storedKey()), 0, values, count, key.length);
    return new WriteCommand(row, table, columns, values);
  }

  private void addOnUpdateValues(FlushRow row, BitSet columns) {
    for (int index : table.columns()) {
      ColumnDefault<?> made = table.requireColumn(index).onUpdateValue();
      if (made != null && !columns.get(index)) {
        columns.set(index);
        row.put(index, made.value());
      }
    }
  }

  private void requireKey(FlushRow row, int index, @Nullable Object value) {
    if (value == null && table.layout().isKey(index)) {
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
