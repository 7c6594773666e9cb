package io.aludel.orm.internal.flush;

import io.aludel.orm.FlushException;
import io.aludel.orm.OrmError;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.schema.Column;
import io.aludel.schema.ColumnDefault;
import io.aludel.sql.tree.Node;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Decides what an INSERT says of each column of a table: the value of the attribute, a default of the
 * client, or nothing, where the database has a value of its own. Serves one row after another; those
 * that say the same columns share one set of them.
 */
final class InsertCollector {
  private final TableModel table;
  private final Nulls nulls;
  private final @Nullable Object[] values;
  private final BitSet columns = new BitSet();
  private BitSet lastColumns = new BitSet();

  /** What becomes of a column for which the object has null, and nobody a default. */
  enum Nulls {
    /** It is sent, so that rows have equal columns. */
    SENT,
    /** It is left out. */
    OMITTED,
    /** It is sent where it was set, in place of any default too. */
    FORCED
  }

  InsertCollector(TableModel table, Nulls nulls) {
    this.table = table;
    this.nulls = nulls;
    this.values = new Object[table.columns().length];
  }

  TableModel table() {
    return table;
  }

  WriteCommand collect(FlushRow row) {
    columns.clear();
    Map<Integer, Node> expressions = Map.of();
    int count = 0;
    for (int index : table.columns()) {
      Node expression = row.expression(index);
      if (expression != null) {
        expressions = expressions.isEmpty() ? new TreeMap<>() : expressions;
        expressions.put(index, expression);
        columns.set(index);
        continue;
      }
      ColumnProperty<?> property = table.layout().requireColumn(index);
      Column<?> column = table.requireColumn(index);
      if (index == table.version()) {
        setFirstVersion(row, index);
      }
      Object value = row.value(index);
      if (isMissing(row, property, value) && !isForced(row, property)) {
        if (table.isMadeByDatabase(index) || isLeftToNull(property, column)) {
          continue;
        }
        value = withDefault(row, property, value);
        requireKey(row, property, column, value);
        if (value == null && nulls != Nulls.SENT) {
          continue;
        }
      }
      columns.set(index);
      values[count++] = value;
    }
    if (!columns.equals(lastColumns)) {
      lastColumns = (BitSet) columns.clone();
    }
    return new WriteCommand(row, table, lastColumns, Arrays.copyOf(values, count), expressions);
  }

  /** Versions that count begin with the row, whatever the attribute says. */
  private void setFirstVersion(FlushRow row, int index) {
    UnaryOperator<@Nullable Object> versions = table.rules().versions();
    if (versions != null) {
      row.fill(index, TableModel.requireVersion(row, versions.apply(null)));
    }
  }

  private boolean isForced(FlushRow row, ColumnProperty<?> property) {
    return nulls == Nulls.FORCED && !property.isPrimaryKey() && !row.isUnloaded(property.index());
  }

  /** A primitive has no null: it is missing as long as nobody set it. */
  private static boolean isMissing(
      FlushRow row, ColumnProperty<?> property, @Nullable Object value) {
    if (value == null) {
      return row.isUnloaded(property.index()) || !property.type().evaluatesNull();
    }
    return property.fieldType().isPrimitive() && row.isUnloaded(property.index());
  }

  /** An unset attribute must not be written as a value that its type makes of null. */
  private static boolean isLeftToNull(ColumnProperty<?> property, Column<?> column) {
    return property.type().evaluatesNull() && column.defaultValue() == null;
  }

  /** The default of the client goes onto the object too. */
  private @Nullable Object withDefault(
      FlushRow row, ColumnProperty<?> property, @Nullable Object value) {
    ColumnDefault<?> made = property.column().defaultValue();
    if (made == null) {
      return value;
    }
    Object fresh = made.value(new RowDefaults(row, table, true));
    row.fill(property.index(), fresh);
    return fresh;
  }

  private static void requireKey(
      FlushRow row, ColumnProperty<?> property, Column<?> column, @Nullable Object value) {
    if (value == null && column.isPrimaryKey()) {
      throw new FlushException(
          OrmError.INCOMPLETE_KEY,
          "Cannot insert "
              + row
              + ": its key attribute "
              + property
              + " is null, and the database does not generate it. Set it before the flush, relate the"
              + " object to the one whose key it takes, or let the database generate it with"
              + " @Id(generated = ALWAYS).");
    }
  }
}
