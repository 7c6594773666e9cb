package io.aludel.orm.internal.flush;

import io.aludel.orm.internal.flush.MapperWork.Item;
import io.aludel.orm.internal.session.Journal;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.schema.Column;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

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
    InsertRunner runner = new InsertRunner(layout, target.runner(), statements);
    BitSet fetched = runner.run(group, keys, made);
    BitSet unknown = (BitSet) made.clone();
    unknown.andNot(fetched);
    for (WriteCommand command : group) {
      written.add(new Written(command.item(), unknown));
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

  /** The name of the column of attribute {@code index}. */
  static String columnName(EntityLayout layout, int index) {
    Column<?> column = layout.requireColumn(index).column();
    return column.name();
  }
}
