package io.aludel.orm.internal.flush;

import io.aludel.dialect.CompiledStatement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Deletes rows none of which the others of the step wait for. Few go one by one in a batch, many by lists
 * of keys: a list costs one look at the statement for all its rows, and PostgreSQL takes it as an array.
 */
final class DeleteStep {
  /** From so many rows on lists were faster on every database (docs/performance.md). */
  private static final int WORTH_A_LIST = 20;

  private final FlushTarget target;
  private final FlushStatements statements;

  DeleteStep(FlushTarget target, FlushStatements statements) {
    this.target = target;
    this.statements = statements;
  }

  /** Leaf tables first: what a table lower down holds refers to the one above. */
  void emit(List<FlushRow> doomed) {
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
    if (doomed.size() >= WORTH_A_LIST && table.isDeletedByList()) {
      deleteByLists(table, doomed);
    } else {
      deleteEach(table, doomed);
    }
  }

  private void deleteEach(TableModel table, List<FlushRow> doomed) {
    List<@Nullable Object[]> values = new ArrayList<>(doomed.size());
    for (FlushRow row : doomed) {
      values.add(table.finding(row));
    }
    int[] counts = target.runner().updateEach(statements.delete(table), values);
    RowCounts.checkDeleted(table, doomed, counts);
  }

  private void deleteByLists(TableModel table, List<FlushRow> doomed) {
    CompiledStatement statement = statements.deleteByList(table);
    int most = statements.keysPerLookup();
    for (int from = 0; from < doomed.size(); from += most) {
      List<FlushRow> some = doomed.subList(from, Math.min(doomed.size(), from + most));
      @Nullable Object[] keys = new Object[some.size()];
      for (int i = 0; i < keys.length; i++) {
        keys[i] = table.finding(some.get(i))[0];
      }
      int count = target.runner().update(statement, new Object[] {keys});
      RowCounts.checkDeleted(table, some, count);
    }
  }
}
