package io.aludel.orm.internal.flush;

import io.aludel.engine.InsertPlan;
import io.aludel.orm.internal.flush.MapperWork.Item;
import io.aludel.orm.internal.session.Journal;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.internal.state.EntityState;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Inserts the rows of new objects of one mapper in the order they were added, as many at a time as have
 * the same columns, and gives the objects the keys that the database made.
 */
final class InsertStep {
  private final EntityLayout layout;
  private final FlushTarget target;
  private final FlushStatements statements;
  private final List<Written> written = new ArrayList<>();

  /** An inserted object, and the attributes whose values only its row knows. */
  private record Written(Item item, BitSet unknown) {}

  InsertStep(EntityLayout layout, FlushTarget target, FlushStatements statements) {
    this.layout = layout;
    this.target = target;
    this.statements = statements;
  }

  void emit(List<Item> items) {
    InsertCollector collector = new InsertCollector(layout);
    List<WriteCommand> group = new ArrayList<>();
    for (Item item : items) {
      WriteCommand command = collector.collect(item);
      if (!group.isEmpty() && !group.get(0).columns().equals(command.columns())) {
        emitGroup(group);
        group = new ArrayList<>();
      }
      group.add(command);
    }
    if (!group.isEmpty()) {
      emitGroup(group);
    }
  }

  private void emitGroup(List<WriteCommand> group) {
    BitSet keys = new BitSet();
    BitSet made = new BitSet();
    for (int index : layout.columns()) {
      if (!group.get(0).columns().get(index)) {
        (layout.isKey(index) ? keys : made).set(index);
      }
    }
    BitSet wanted = (BitSet) keys.clone();
    if (!keys.isEmpty() && statements.returnsSeveralAtOnce()) {
      wanted.or(made);
    }
    List<@Nullable Object[]> rows = new ArrayList<>(group.size());
    for (WriteCommand command : group) {
      rows.add(command.values());
    }
    InsertPlan plan = statements.insert(layout, group.get(0).columns(), wanted);
    List<@Nullable Object[]> returned = target.runner().insert(plan, rows);
    made.andNot(wanted);
    for (int i = 0; i < returned.size(); i++) {
      Item item = group.get(i).item();
      write(item, wanted, returned.get(i));
      written.add(new Written(item, made));
    }
  }

  private static void write(Item item, BitSet wanted, @Nullable Object[] values) {
    int next = 0;
    for (int i = wanted.nextSetBit(0); i >= 0; i = wanted.nextSetBit(i + 1)) {
      item.entity().$write(i, values[next++]);
    }
  }

  void settle(Journal journal) {
    for (Written each : written) {
      EntityState state = each.item().state();
      state.allLoaded(each.item().entity());
      each.unknown().stream().forEach(index -> state.markUnloaded(each.item().entity(), index));
      target.moves().inserted(state, UpdateCollector.keyOf(layout, each.item()), journal);
      state.commitChanges(each.item().entity());
    }
  }
}
