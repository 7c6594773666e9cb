package io.aludel.orm.internal.flush;

import io.aludel.dialect.CompiledStatement;
import io.aludel.orm.mapping.ColumnPair;
import io.aludel.orm.mapping.RelationshipProperty;
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

  /**
   * What refers to the rows and was not loaded goes before them; then leaf tables first: what a table
   * lower down holds refers to the one above.
   */
  void emit(List<FlushRow> doomed) {
    unloaded(doomed).forEach(this::deleteUnloaded);
    int depth =
        doomed.stream().mapToInt(row -> row.model().tables().size()).max().orElse(0);
    for (int level = depth - 1; level >= 0; level--) {
      Map<TableModel, List<FlushRow>> byTable = new LinkedHashMap<>();
      for (FlushRow row : doomed) {
        List<TableModel> tables = row.model().tables();
        if (level < tables.size() && !tables.get(level).lacks(row)) {
          byTable.computeIfAbsent(tables.get(level), any -> new ArrayList<>()).add(row);
        }
      }
      byTable.forEach(this::delete);
    }
  }

  private static Map<RelationshipProperty, List<FlushRow>> unloaded(List<FlushRow> owners) {
    Map<RelationshipProperty, List<FlushRow>> byProperty = new LinkedHashMap<>();
    for (FlushRow owner : owners) {
      for (RelationshipProperty property : owner.unloaded()) {
        byProperty.computeIfAbsent(property, any -> new ArrayList<>()).add(owner);
      }
    }
    return byProperty;
  }

  private void deleteUnloaded(RelationshipProperty property, List<FlushRow> owners) {
    List<ColumnPair> copied = property.join().copied();
    List<@Nullable Object[]> values = new ArrayList<>(owners.size());
    for (FlushRow owner : owners) {
      @Nullable Object[] key = new Object[copied.size()];
      for (int i = 0; i < key.length; i++) {
        key[i] = RowValues.stored(owner, owner.model().indexOf(copied.get(i).from()));
      }
      values.add(key);
    }
    OwnedStatements sent = statements.owned(property);
    CompiledStatement listed = sent.listed();
    if (listed == null || values.size() < WORTH_A_LIST) {
      target.runner().updateEach(sent.each(), values);
      return;
    }
    int most = statements.keysPerLookup();
    for (int from = 0; from < values.size(); from += most) {
      deleteListed(listed, values.subList(from, Math.min(values.size(), from + most)));
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
      values.add(table.finding(row, 0));
    }
    int[] counts = target.runner().updateEach(statements.delete(table), values);
    RowCounts.checkDeleted(table, doomed, counts);
  }

  private void deleteByLists(TableModel table, List<FlushRow> doomed) {
    List<@Nullable Object[]> keys = new ArrayList<>(doomed.size());
    doomed.forEach(row -> keys.add(table.finding(row, 0)));
    int most = statements.keysPerLookup();
    CompiledStatement statement = statements.deleteByList(table);
    for (int from = 0; from < keys.size(); from += most) {
      int to = Math.min(keys.size(), from + most);
      int count = deleteListed(statement, keys.subList(from, to));
      RowCounts.checkDeleted(table, doomed.subList(from, to), count);
    }
  }

  private int deleteListed(CompiledStatement statement, List<@Nullable Object[]> keys) {
    @Nullable Object[] list = new Object[keys.size()];
    for (int i = 0; i < list.length; i++) {
      list[i] = keys.get(i)[0];
    }
    return target.runner().update(statement, new Object[] {list});
  }
}
