package io.aludel.orm.internal.flush;

import io.aludel.sql.tree.Node;
import java.util.BitSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is written to one row of one table.
 *
 * @param row the row
 * @param table the table
 * @param columns the attributes whose columns are written, by index
 * @param values their values in index order, without those of expressions; for an UPDATE followed by
 *     what finds the row
 * @param expressions SQL for some of the columns; such a row goes in a statement of its own
 */
record WriteCommand(
    FlushRow row,
    TableModel table,
    BitSet columns,
    @Nullable Object[] values,
    Map<Integer, Node> expressions) {
  /** Whether the same statement serves both. */
  boolean goesWith(WriteCommand other) {
    return table == other.table
        && expressions.isEmpty()
        && other.expressions.isEmpty()
        && columns.equals(other.columns);
  }
}
