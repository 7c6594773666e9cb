package io.aludel.orm.internal.flush;

import io.aludel.dialect.CompiledStatement;
import io.aludel.orm.internal.flush.LinkRows.Pair;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.mapping.ColumnPair;
import io.aludel.orm.weave.ManagedEntity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes rows of one link table. */
final class LinkStep {
  private final Rows rows;
  private final FlushTarget target;
  private final LinkRows links;
  private final LinkStatements sent;
  private final End owners;
  private final End targets;

  LinkStep(Rows rows, FlushTarget target, FlushStatements statements, LinkRows links) {
    this.rows = rows;
    this.target = target;
    this.links = links;
    this.sent = statements.links(links.property());
    this.owners = new End(links.property().join().copied());
    this.targets = new End(links.property().join().copiedFromTarget());
  }

  /** Whether values are those before the flush or those after it. */
  private enum When {
    BEFORE,
    AFTER
  }

  void delete() {
    List<@Nullable Object[]> values = new ArrayList<>(links.deletes().size());
    for (Pair pair : links.deletes()) {
      values.add(values(pair, When.BEFORE));
    }
    int[] counts = target.runner().updateEach(sent.delete(), values);
    RowCounts.requirePairs("DELETE", sent.table(), links.deletes(), counts);
  }

  void write() {
    if (!links.updates().isEmpty()) {
      update(sent.update());
    }
    if (!links.inserts().isEmpty()) {
      List<@Nullable Object[]> values = new ArrayList<>(links.inserts().size());
      for (Pair pair : links.inserts()) {
        values.add(values(pair, When.AFTER));
      }
      target.runner().insert(sent.insert(), values);
    }
  }

  private void update(CompiledStatement statement) {
    List<@Nullable Object[]> values = new ArrayList<>();
    for (Pair pair : links.updates()) {
      @Nullable Object[] after = values(pair, When.AFTER);
      @Nullable Object[] before = values(pair, When.BEFORE);
      @Nullable Object[] both = new Object[after.length + before.length];
      System.arraycopy(after, 0, both, 0, after.length);
      System.arraycopy(before, 0, both, after.length, before.length);
      values.add(both);
    }
    int[] counts = target.runner().updateEach(statement, values);
    RowCounts.requirePairs("UPDATE", sent.table(), links.updates(), counts);
  }

  private @Nullable Object[] values(Pair pair, When when) {
    @Nullable Object[] values = new Object[owners.copied.size() + targets.copied.size()];
    owners.copy(pair.owner(), when, values, 0);
    targets.copy(pair.target(), when, values, owners.copied.size());
    return values;
  }

  /** What one end of a pair gives to the link row; knows where that lies in the objects of one class. */
  private final class End {
    private final List<ColumnPair> copied;
    private @Nullable EntityLayout layout;
    private int[] indexes = new int[0];

    End(List<ColumnPair> copied) {
      this.copied = copied;
    }

    void copy(EntityState state, When when, @Nullable Object[] values, int first) {
      if (layout != state.layout()) {
        layout = state.layout();
        EntityModel model = rows.modelOf(state);
        indexes = copied.stream().mapToInt(pair -> model.indexOf(pair.from())).toArray();
      }
      for (int i = 0; i < indexes.length; i++) {
        values[first + i] = value(state, indexes[i], when);
      }
    }
  }

  private @Nullable Object value(EntityState state, int index, When when) {
    FlushRow row = when == When.BEFORE ? rows.find(state) : null;
    if (row != null) {
      return RowValues.stored(row, index);
    }
    ManagedEntity entity = state.get();
    if (entity == null) {
      throw new IllegalStateException("lost during its flush: " + state);
    }
    return Link.valueOf(entity, index);
  }
}
