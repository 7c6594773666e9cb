package io.aludel.orm.internal.flush;

import io.aludel.dialect.Capability;
import io.aludel.dialect.CompiledStatement;
import io.aludel.orm.StaleDataException;
import io.aludel.orm.internal.flush.MapperWork.Item;
import io.aludel.orm.internal.session.Journal;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.internal.state.EntityState;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Updates the rows of some objects of one mapper: one batch for each set of changed columns. */
final class UpdateStep {
  private final EntityLayout layout;
  private final FlushTarget target;
  private final FlushStatements statements;
  private final List<Item> written = new ArrayList<>();
  private final List<Item> unchanged = new ArrayList<>();

  UpdateStep(EntityLayout layout, FlushTarget target, FlushStatements statements) {
    this.layout = layout;
    this.target = target;
    this.statements = statements;
  }

  void emit(List<Item> items) {
    UpdateCollector collector = new UpdateCollector(layout);
    Map<BitSet, List<WriteCommand>> groups = new LinkedHashMap<>();
    for (Item item : items) {
      WriteCommand command = collector.collect(item);
      if (command == null) {
        (item.replaced() == null ? unchanged : written).add(item);
      } else {
        groups.computeIfAbsent(command.columns(), any -> new ArrayList<>()).add(command);
        written.add(item);
      }
    }
    groups.forEach(this::emitGroup);
  }

  private void emitGroup(BitSet columns, List<WriteCommand> commands) {
    CompiledStatement statement = statements.update(layout, columns);
    List<@Nullable Object[]> rows = commands.stream().map(WriteCommand::values).toList();
    verify(commands, target.runner().updateEach(statement, rows));
  }

  /** A driver that does not tell is believed; one that counts changed rows only is not asked. */
  private void verify(List<WriteCommand> commands, int[] counts) {
    if (!statements.supports(Capability.COUNTS_MATCHED_ROWS)) {
      return;
    }
    int matched = 0;
    EntityState first = null;
    for (int i = 0; i < counts.length; i++) {
      matched += counts[i] == 0 ? 0 : 1;
      if (counts[i] == 0 && first == null) {
        first = commands.get(i).item().state();
      }
    }
    if (first != null) {
      throw new StaleDataException(
          "UPDATE", layout.mapper().table().name(), counts.length, matched, first.toString());
    }
  }

  /** The objects that turned out to have nothing to write. */
  List<Item> unchanged() {
    return unchanged;
  }

  void settle(Journal journal) {
    for (Item item : written) {
      EntityState state = item.state();
      EntityState replaced = item.replaced();
      if (replaced == null) {
        target.moves().updated(state, UpdateCollector.keyOf(layout, item), journal);
      } else {
        target.moves().deleted(replaced, journal);
        target.moves().inserted(state, UpdateCollector.keyOf(layout, item), journal);
        markMade(item);
      }
      state.commitChanges(item.entity());
    }
  }

  private void markMade(Item item) {
    item.state().allLoaded(item.entity());
    for (int index : layout.columns()) {
      if (item.entity().$read(index) == null
          && InsertCollector.isMadeByDatabase(layout.requireColumn(index).column())) {
        item.state().markUnloaded(item.entity(), index);
      }
    }
  }
}
