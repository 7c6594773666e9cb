package io.aludel.orm.internal.flush;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * What is written to one row of one table.
 *
 * @param row the row
 * @param table the table
 * @param columns the attributes whose columns are written, by index
 * @param values their values in index order; for an UPDATE followed by the key of the row
 */
record WriteCommand(FlushRow row, TableModel table, BitSet columns, @Nullable Object[] values) {
  /** Whether the same statement serves both. */
  boolean goesWith(WriteCommand other) {
    return table == other.table && columns.equals(other.columns);
  }
}
