package io.aludel.orm.internal.flush;

import io.aludel.dialect.CompiledStatement;
import io.aludel.orm.internal.flush.LinkRows.Pair;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.mapping.ColumnPair;
import io.aludel.orm.mapping.RelationshipProperty;
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

  LinkStep(Rows rows, FlushTarget target, FlushStatements statements, LinkRows links) {
    this.rows = rows;
    this.target = target;
    this.links = links;
    this.sent = statements.links(links.property());
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
    RelationshipProperty property = links.property();
    List<ColumnPair> fromOwner = property.join().copied();
    List<ColumnPair> fromTarget = property.join().copiedFromTarget();
    @Nullable Object[] values = new Object[fromOwner.size() + fromTarget.size()];
    int count = 0;
    for (ColumnPair each : fromOwner) {
      values[count++] = value(pair.owner(), each, when);
    }
    for (ColumnPair each : fromTarget) {
      values[count++] = value(pair.target(), each, when);
    }
    return values;
  }

  private @Nullable Object value(EntityState state, ColumnPair pair, When when) {
    int index = rows.modelOf(state).indexOf(pair.from());
    FlushRow row = rows.find(state);
    if (row != null && when == When.BEFORE) {
      return RowValues.stored(row, index);
    }
    ManagedEntity entity = state.get();
    if (entity == null) {
      throw new IllegalStateException("lost during its flush: " + state);
    }
    return Link.valueOf(entity, index);
  }
}
