package io.aludel.orm.internal.flush;

import io.aludel.orm.event.internal.Moment;
import java.util.ArrayList;
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
  private final RowHooks hooks;

  Emitter(Rows rows, FlushStatements statements) {
    this.rows = rows;
    this.target = rows.target();
    this.statements = statements;
    this.hooks = new RowHooks(target);
  }

  void emit(FlushStep step) {
    if (step instanceof FlushStep.Save save) {
      new SaveStep(target, statements, hooks).emit(save);
    } else if (step instanceof FlushStep.Delete delete) {
      hooks.tell(Moment.BEFORE_DELETE, delete.rows());
      delete(delete.rows());
      hooks.tell(Moment.AFTER_DELETE, delete.rows());
    } else if (step instanceof FlushStep.Unlink unlink) {
      new LinkStep(rows, statements, unlink.rows()).delete();
    } else if (step instanceof FlushStep.Relate relate) {
      new LinkStep(rows, statements, relate.rows()).write();
    } else if (step instanceof FlushStep.PostUpdate update) {
      new PostUpdateStep(target, statements).emit(update.entries());
    } else if (step instanceof FlushStep.SetAside aside) {
      setAside(aside);
    }
  }

  /** Leaf tables first: what a table lower down holds refers to the one above. */
  private void delete(List<FlushRow> doomed) {
    int depth =
        doomed.stream().mapToInt(row -> row.model().tables().size()).max().orElse(0);
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
      values.add(table.finding(row));
    }
    int[] counts = target.runner().updateEach(statements.delete(table), values);
    RowCounts.checkDeleted(table, doomed, counts);
  }

  private void setAside(FlushStep.SetAside step) {
    TableModel table = step.key().table();
    BitSet columns = new BitSet();
    columns.set(step.key().spare());
    List<@Nullable Object[]> values = new ArrayList<>(step.rows().size());
    for (FlushRow row : step.rows()) {
      row.force(step.key().spare());
      @Nullable Object[] key = table.layout().keyParts(row.storedKey());
      @Nullable Object[] nothingAndKey = new Object[key.length + 1];
      System.arraycopy(key, 0, nothingAndKey, 1, key.length);
      values.add(nothingAndKey);
    }
    int[] counts = target.runner().updateEach(statements.updateByKey(table, columns), values);
    RowCounts.requireMatched(statements, "UPDATE", table, step.rows(), counts);
  }
}
