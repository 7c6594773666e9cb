package io.aludel.orm.internal.flush;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends the statements of the steps of a plan. */
final class Emitter {
  private final Rows rows;
  private final FlushTarget target;
  private final FlushStatements statements;

  Emitter(Rows rows, FlushStatements statements) {
    this.rows = rows;
    this.target = rows.target();
    this.statements = statements;
  }

  void emit(FlushStep step) {
    if (step instanceof FlushStep.Save save) {
      new SaveStep(target, statements).emit(save);
    } else if (step instanceof FlushStep.Delete delete) {
      delete(delete.rows());
    } else if (step instanceof FlushStep.Unlink unlink) {
      new LinkStep(rows, statements, unlink.rows()).delete();
    } else if (step instanceof FlushStep.Relate relate) {
      new LinkStep(rows, statements, relate.rows()).write();
    } else if (step instanceof FlushStep.PostUpdate update) {
      postUpdate(update.entries());
    } else if (step instanceof FlushStep.SetAside aside) {
      setAside(aside);
    }
  }

  /** Leaf tables first: what a table lower down holds refers to the one above. */
  private void delete(List<FlushRow> doomed) {
    int depth = doomed.stream().mapToInt(row -> row.model().tables().size()).max().orElse(0);
    for (int level = depth - 1; level >= 0; level--) {
      Map<TableModel, List<FlushRow>> byTable = new LinkedHashMap<>();
      for (FlushRow row : doomed) {
        if (level < row.model().tables().size()) {
          byTable
              .computeIfAbsent(row.model().tables().get(level), any -> new ArrayList<>())
              .add(row);
        }
      }
      byTable.forEach(this::delete);
    }
  }

  private void delete(TableModel table, List<FlushRow> doomed) {
    List<@Nullable Object[]> values = new ArrayList<>(doomed.size());
    for (FlushRow row : doomed) {
      values.add(table.layout().keyParts(row.storedKey()));
    }
    int[] counts = target.runner().updateEach(statements.delete(table), values);
    RowCounts.warnUnmatched(doomed, counts);
  }

  private void postUpdate(List<PostUpdates.Entry> entries) {
    Map<TableModel, List<PostUpdates.Entry>> byTable = new LinkedHashMap<>();
    for (PostUpdates.Entry entry : entries) {
      byTable
          .computeIfAbsent(tableOf(entry), any -> new ArrayList<>())
          .add(entry);
    }
    byTable.forEach(this::postUpdate);
  }

  private static TableModel tableOf(PostUpdates.Entry entry) {
    int index = entry.link().pairs().to()[0];
    for (TableModel table : entry.row().model().tables()) {
      if (table.column(index) != null) {
        return table;
      }
    }
    throw new IllegalStateException("no table holds the foreign key of " + entry);
  }

  private void postUpdate(TableModel table, List<PostUpdates.Entry> entries) {
    BitSet columns = new BitSet();
    Arrays.stream(entries.get(0).link().pairs().to()).forEach(columns::set);
    List<@Nullable Object[]> values = new ArrayList<>(entries.size());
    for (PostUpdates.Entry entry : entries) {
      FlushRow row = entry.row();
      if (!row.isDeleted()) {
        entry.link().copyTo(row);
        row.written();
      }
      values.add(values(table, columns, row));
    }
    int[] counts = target.runner().updateEach(statements.update(table, columns), values);
    List<FlushRow> updated = entries.stream().map(PostUpdates.Entry::row).toList();
    RowCounts.requireMatched(statements, "UPDATE", table.table(), updated, counts);
  }

  /** The foreign key of a row and where it is; nothing for a row that is to be deleted. */
  private static @Nullable Object[] values(TableModel table, BitSet columns, FlushRow row) {
    int[] key = table.key();
    @Nullable Object[] values = new Object[columns.cardinality() + key.length];
    int count = 0;
    for (int index = columns.nextSetBit(0); index >= 0; index = columns.nextSetBit(index + 1)) {
      values[count++] = row.isDeleted() ? null : row.value(index);
    }
    for (int index : key) {
      values[count++] = row.isDeleted() ? RowValues.stored(row, index) : row.value(index);
    }
    return values;
  }

  private void setAside(FlushStep.SetAside step) {
    TableModel table = step.key().table();
    BitSet columns = new BitSet();
    columns.set(step.key().spare());
    List<@Nullable Object[]> values = new ArrayList<>(step.rows().size());
    for (FlushRow row : step.rows()) {
      row.force(step.key().spare());
      Object[] key = table.layout().keyParts(row.storedKey());
      @Nullable Object[] nothingAndKey = new Object[key.length + 1];
      System.arraycopy(key, 0, nothingAndKey, 1, key.length);
      values.add(nothingAndKey);
    }
    int[] counts = target.runner().updateEach(statements.update(table, columns), values);
    RowCounts.requireMatched(statements, "UPDATE", table.table(), step.rows(), counts);
  }
}
