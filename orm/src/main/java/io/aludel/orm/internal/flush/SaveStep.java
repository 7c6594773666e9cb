package io.aludel.orm.internal.flush;

import io.aludel.engine.InsertPlan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows of one family, stage by stage: what they get from other rows; then table by table, the
 * topmost first, UPDATEs and INSERTs, as many rows at a time as a statement fits.
 */
final class SaveStep {
  private final FlushTarget target;
  private final FlushStatements statements;

  SaveStep(FlushTarget target, FlushStatements statements) {
    this.target = target;
    this.statements = statements;
  }

  void emit(FlushStep.Save step) {
    step.updates().forEach(FlushRow::pull);
    step.inserts().forEach(FlushRow::pull);
    int depth = Math.max(depth(step.updates()), depth(step.inserts()));
    for (int level = 0; level < depth; level++) {
      update(step.updates(), level);
      insert(step.inserts(), level);
    }
  }

  private static int depth(List<FlushRow> rows) {
    int depth = 0;
    EntityModel last = null;
    for (FlushRow row : rows) {
      if (row.model() != last) {
        last = row.model();
        depth = Math.max(depth, last.tables().size());
      }
    }
    return depth;
  }

  private void update(List<FlushRow> rows, int level) {
    Map<UpdateGroup, List<WriteCommand>> groups = new LinkedHashMap<>();
    for (FlushRow row : rows) {
      if (level < row.model().tables().size()) {
        TableModel table = row.model().tables().get(level);
        WriteCommand command = new UpdateCollector(table).collect(row);
        if (command != null) {
          row.written();
          groups
              .computeIfAbsent(
                  new UpdateGroup(table, command.columns()), any -> new ArrayList<>())
              .add(command);
        }
      }
    }
    groups.values().forEach(this::updateGroup);
  }

  /** Rows that one UPDATE fits. */
  private record UpdateGroup(TableModel table, BitSet columns) {}

  private void updateGroup(List<WriteCommand> commands) {
    WriteCommand first = commands.get(0);
    List<@Nullable Object[]> values = commands.stream().map(WriteCommand::values).toList();
    int[] counts = target
        .runner()
        .updateEach(statements.update(first.table(), first.columns()), values);
    RowCounts.requireMatched(
        statements,
        "UPDATE",
        first.table().table(),
        commands.stream().map(WriteCommand::row).toList(),
        counts);
  }

  private void insert(List<FlushRow> rows, int level) {
    List<WriteCommand> run = new ArrayList<>();
    for (FlushRow row : rows) {
      if (level < row.model().tables().size()) {
        TableModel table = row.model().tables().get(level);
        WriteCommand command = new InsertCollector(table).collect(row);
        if (!run.isEmpty() && !run.get(0).goesWith(command)) {
          insertRun(run);
          run = new ArrayList<>();
        }
        run.add(command);
      }
    }
    if (!run.isEmpty()) {
      insertRun(run);
    }
  }

  private void insertRun(List<WriteCommand> run) {
    TableModel table = run.get(0).table();
    BitSet keys = new BitSet();
    BitSet made = new BitSet();
    for (int index : table.columns()) {
      if (!run.get(0).columns().get(index)) {
        (table.layout().isKey(index) ? keys : made).set(index);
      }
    }
    BitSet wanted = (BitSet) keys.clone();
    if (!keys.isEmpty() && statements.returnsSeveralAtOnce()) {
      wanted.or(made);
    }
    List<@Nullable Object[]> values = new ArrayList<>(run.size());
    for (WriteCommand command : run) {
      values.add(command.values());
    }
    InsertPlan plan = statements.insert(table, run.get(0).columns(), wanted);
    List<@Nullable Object[]> returned = target.runner().insert(plan, values);
    made.andNot(wanted);
    for (int i = 0; i < returned.size(); i++) {
      FlushRow row = run.get(i).row();
      write(row, wanted, returned.get(i));
      row.unknown(made);
    }
  }

  private static void write(FlushRow row, BitSet wanted, @Nullable Object[] values) {
    int next = 0;
    for (int i = wanted.nextSetBit(0); i >= 0; i = wanted.nextSetBit(i + 1)) {
      row.put(i, values[next++]);
    }
  }
}
