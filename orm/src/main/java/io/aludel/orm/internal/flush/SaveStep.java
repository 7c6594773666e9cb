package io.aludel.orm.internal.flush;

import io.aludel.dialect.CompiledStatement;
import io.aludel.engine.InsertPlan;
import io.aludel.orm.annotation.EagerDefaults;
import io.aludel.orm.event.internal.Moment;
import io.aludel.orm.internal.flush.InsertCollector.Nulls;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows of one family, stage by stage: what they get from other rows; the listeners before; then
 * table by table, the topmost first, UPDATEs and INSERTs, as many rows at a time as a statement fits; the
 * listeners after.
 */
final class SaveStep {
  private final FlushTarget target;
  private final FlushStatements statements;
  private final RowHooks hooks;
  private final Nulls nulls;
  private final GivenBack givenBack;

  /**
   * What comes back of rows that are inserted.
   *
   * @param made whether what the database made does, as the rules of the mapper say
   * @param stated attributes that do in any case
   */
  record GivenBack(boolean made, BitSet stated) {}

  SaveStep(FlushTarget target, FlushStatements statements, RowHooks hooks) {
    this(target, statements, hooks, Nulls.SENT, new GivenBack(true, new BitSet()));
  }

  /** Writes rows outside a plan, by {@link #update} and {@link #insert}. */
  static SaveStep inBulk(
      FlushTarget target, FlushStatements statements, Nulls nulls, GivenBack givenBack) {
    return new SaveStep(target, statements, new RowHooks(target), nulls, givenBack);
  }

  private SaveStep(
      FlushTarget target,
      FlushStatements statements,
      RowHooks hooks,
      Nulls nulls,
      GivenBack givenBack) {
    this.target = target;
    this.statements = statements;
    this.hooks = hooks;
    this.nulls = nulls;
    this.givenBack = givenBack;
  }

  void emit(FlushStep.Save step) {
    boolean single = step.updates().size() + step.inserts().size() <= 1;
    if (!single && (isRowByRow(step.updates()) || isRowByRow(step.inserts()))) {
      String family = step.family();
      step.updates().forEach(row -> save(new FlushStep.Save(family, List.of(row), List.of())));
      step.inserts().forEach(row -> save(new FlushStep.Save(family, List.of(), List.of(row))));
    } else {
      save(step);
    }
  }

  private static boolean isRowByRow(List<FlushRow> rows) {
    return !rows.isEmpty() && rows.get(0).model().rules().savesRowByRow();
  }

  private void save(FlushStep.Save step) {
    step.updates().forEach(FlushRow::pull);
    step.inserts().forEach(FlushRow::pull);
    tellBefore(step);
    int depth = Math.max(depth(step.updates()), depth(step.inserts()));
    for (int level = 0; level < depth; level++) {
      update(step.updates(), level);
      insert(step.inserts(), level);
    }
    hooks.tellFilled(step.updates());
    hooks.tellFilled(step.inserts());
    hooks.tell(Moment.AFTER_UPDATE, step.updates());
    hooks.tell(Moment.AFTER_INSERT, step.inserts());
  }

  /** A new object that takes over a row is told that it is inserted, and afterwards updated. */
  private void tellBefore(FlushStep.Save step) {
    for (FlushRow row : step.updates()) {
      hooks.tell(row.isNew() ? Moment.BEFORE_INSERT : Moment.BEFORE_UPDATE, row);
    }
    hooks.tell(Moment.BEFORE_INSERT, step.inserts());
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

  void update(List<FlushRow> rows, int level) {
    Map<UpdateGroup, List<WriteCommand>> groups = new LinkedHashMap<>();
    UpdateCollector collector = null;
    List<WriteCommand> latest = List.of();
    for (FlushRow row : rows) {
      List<TableModel> tables = row.model().tables();
      if (level >= tables.size()) {
        continue;
      }
      if (collector == null || collector.table() != tables.get(level)) {
        collector = new UpdateCollector(tables.get(level));
      }
      WriteCommand command = collector.collect(row);
      if (command != null) {
        FlushWarnings.otherClass(command);
        if (latest.isEmpty() || !latest.get(0).goesWith(command)) {
          latest = groups.computeIfAbsent(UpdateGroup.of(command), any -> new ArrayList<>());
        }
        latest.add(command);
      }
    }
    groups.values().forEach(this::updateGroup);
  }

  /** Rows that one UPDATE fits; a row with SQL among its values is one by itself. */
  private record UpdateGroup(
      TableModel table, BitSet columns, @Nullable FlushRow alone) {
    static UpdateGroup of(WriteCommand command) {
      boolean alone = !command.expressions().isEmpty();
      return new UpdateGroup(command.table(), command.columns(), alone ? command.row() : null);
    }
  }

  private void updateGroup(List<WriteCommand> commands) {
    WriteCommand first = commands.get(0);
    TableModel table = first.table();
    int[] counts = first.expressions().isEmpty()
        ? statements.update(table, first.columns()).run(target.runner(), values(commands))
        : updateSingle(first);
    RowCounts.requireMatched(
        statements, "UPDATE", table, place -> commands.get(place).row(), counts);
  }

  private static List<@Nullable Object[]> values(List<WriteCommand> commands) {
    List<@Nullable Object[]> values = new ArrayList<>(commands.size());
    for (WriteCommand command : commands) {
      values.add(command.values());
    }
    return values;
  }

  private int[] updateSingle(WriteCommand command) {
    FlushStatements.Single<CompiledStatement> single = statements.update(command);
    unknown(command);
    return new int[] {target.runner().update(single.statement(), single.values())};
  }

  /** The values of expressions are read back when wanted. */
  private static void unknown(WriteCommand command) {
    if (!command.expressions().isEmpty()) {
      BitSet unknown = new BitSet();
      command.expressions().keySet().forEach(unknown::set);
      command.row().unknown(unknown);
    }
  }

  void insert(List<FlushRow> rows, int level) {
    List<WriteCommand> run = new ArrayList<>(rows.size());
    InsertCollector collector = null;
    for (FlushRow row : rows) {
      List<TableModel> tables = row.model().tables();
      if (level >= tables.size()) {
        continue;
      }
      if (collector == null || collector.table() != tables.get(level)) {
        collector = new InsertCollector(tables.get(level), nulls);
      }
      WriteCommand command = collector.collect(row);
      FlushWarnings.otherClass(command);
      if (!run.isEmpty() && !run.get(0).goesWith(command)) {
        insertRun(run);
        run = new ArrayList<>();
      }
      run.add(command);
    }
    if (!run.isEmpty()) {
      insertRun(run);
    }
  }

  private void insertRun(List<WriteCommand> run) {
    WriteCommand first = run.get(0);
    BitSet wanted = new BitSet();
    BitSet made = new BitSet();
    for (int index : first.table().columns()) {
      if (!first.columns().get(index) || first.expressions().containsKey(index)) {
        (first.table().isKey(index) ? wanted : made).set(index);
      }
    }
    BitSet stated = statedOf(first, !wanted.isEmpty());
    if (!givenBack.made() && isLeaf(first)) {
      wanted.clear();
    } else if (readsBack(first, wanted, made)) {
      wanted.or(made);
    }
    wanted.or(stated);
    List<@Nullable Object[]> returned =
        first.expressions().isEmpty() ? insertAll(run, wanted) : insertSingle(first, wanted);
    made.andNot(wanted);
    int[] indexes = wanted.stream().toArray();
    for (int i = 0; i < returned.size(); i++) {
      FlushRow row = run.get(i).row();
      for (int j = 0; j < indexes.length; j++) {
        row.fill(indexes[j], returned.get(i)[j]);
      }
      row.unknown(made);
    }
  }

  /**
   * What is to come back in any case. Where the database makes no key, what was sent counts as stored, since
   * rows may have to go one by one to give something back.
   */
  private BitSet statedOf(WriteCommand command, boolean makesKey) {
    BitSet stated = new BitSet();
    for (int index : command.table().columns()) {
      boolean sent = command.columns().get(index) && !command.expressions().containsKey(index);
      boolean isKey = command.table().isKey(index);
      if (givenBack.stated().get(index) && (!sent || (makesKey && !isKey))) {
        stated.set(index);
      }
    }
    return stated;
  }

  /** Whether no table below needs the key that the database makes. */
  private static boolean isLeaf(WriteCommand command) {
    List<TableModel> tables = command.row().model().tables();
    return tables.get(tables.size() - 1) == command.table();
  }

  private List<@Nullable Object[]> insertAll(List<WriteCommand> run, BitSet wanted) {
    WriteCommand first = run.get(0);
    InsertPlan plan = statements.insert(first.table(), first.columns(), wanted);
    return target.runner().insert(plan, values(run));
  }

  private List<@Nullable Object[]> insertSingle(WriteCommand command, BitSet wanted) {
    FlushStatements.Single<InsertPlan> single = statements.insert(command, wanted);
    return target.runner().insert(single.statement(), Collections.singletonList(single.values()));
  }

  /** Whether an INSERT gives back what the database made beside keys. */
  private boolean readsBack(WriteCommand first, BitSet keys, BitSet made) {
    return switch (first.table().rules().eagerDefaults()) {
      case AUTO ->
        keys.isEmpty() ? returnsTogether(first, made) : statements.returnsSeveralAtOnce();
      case ALWAYS -> statements.returns();
      case NEVER -> false;
    };
  }

  private boolean returnsTogether(WriteCommand first, BitSet made) {
    return !made.isEmpty()
        && first.expressions().isEmpty()
        && statements.returnsTogether(first.table(), first.columns(), made);
  }

  /** Reads what is still unknown of rows whose mapper wants everything at once. */
  static void readBack(FlushRow row) {
    BitSet unknown = row.unknown();
    if (unknown != null
        && row.model().rules().eagerDefaults() == EagerDefaults.ALWAYS
        && !unknown.isEmpty()) {
      row.state().load(row.entity(), unknown.nextSetBit(0));
    }
  }
}
