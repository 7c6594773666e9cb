package io.aludel.orm.internal.flush;

import io.aludel.orm.internal.flush.MapperWork.Item;
import io.aludel.orm.internal.session.Journal;
import io.aludel.orm.internal.state.EntityLayout;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deletes the rows of some objects of one mapper, in one batch. */
final class DeleteStep {
  private final EntityLayout layout;
  private final FlushTarget target;
  private final FlushStatements statements;
  private final List<Item> done = new ArrayList<>();

  DeleteStep(EntityLayout layout, FlushTarget target, FlushStatements statements) {
    this.layout = layout;
    this.target = target;
    this.statements = statements;
  }

  void emit(List<Item> items) {
    List<@Nullable Object[]> rows = new ArrayList<>(items.size());
    for (Item item : items) {
      rows.add(layout.keyParts(item.state().identityKey()));
    }
    int[] counts = target.runner().updateEach(statements.delete(layout), rows);
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] == 0) {
        FlushWarnings.deleteMatchedLess(items.get(i).state(), counts[i]);
      }
    }
    done.addAll(items);
  }

  void settle(Journal journal) {
    for (Item item : done) {
      target.moves().deleted(item.state(), journal);
    }
  }
}
