package io.aludel.orm.internal.flush;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Writes the foreign keys of one relationship by UPDATEs of their own: that of the other row once both
 * are there, NULL before either is deleted. A row that stays gets a new version by it.
 */
final class PostUpdateStep {
  private final FlushTarget target;
  private final FlushStatements statements;

  PostUpdateStep(FlushTarget target, FlushStatements statements) {
    this.target = target;
    this.statements = statements;
  }

  /** Rows that one UPDATE fits. */
  private record Group(TableModel table, boolean deleted) {}

  void emit(List<PostUpdates.Entry> entries) {
    Map<Group, List<PostUpdates.Entry>> groups = new LinkedHashMap<>();
    for (PostUpdates.Entry entry : entries) {
      groups
          .computeIfAbsent(
              new Group(tableOf(entry), entry.row().isDeleted()), any -> new ArrayList<>())
          .add(entry);
    }
    groups.forEach((group, some) -> {
      if (group.deleted()) {
        clear(group.table(), some);
      } else {
        set(group.table(), some);
      }
    });
  }

  private static TableModel tableOf(PostUpdates.Entry entry) {
    int index = entry.link().pairs().to()[0];
    for (TableModel table : entry.row().model().tables()) {
      if (table.column(index) != null) {
        return table;
      }
    }
    throw new IllegalStateException("no table holds the foreign key of " + entry);
  }

  private static BitSet columns(List<PostUpdates.Entry> entries) {
    BitSet columns = new BitSet();
    Arrays.stream(entries.get(0).link().pairs().to()).forEach(columns::set);
    return columns;
  }

  private void clear(TableModel table, List<PostUpdates.Entry> entries) {
    BitSet columns = columns(entries);
    List<@Nullable Object[]> values = new ArrayList<>(entries.size());
    for (PostUpdates.Entry entry : entries) {
      values.add(table.findingByKey(entry.row(), columns.cardinality()));
    }
    send(table, statements.updateByKey(table, columns), values, entries);
  }

  private void set(TableModel table, List<PostUpdates.Entry> entries) {
    BitSet columns = columns(entries);
    UnaryOperator<@Nullable Object> versions =
        table.isVersioned() ? table.rules().versions() : null;
    if (versions != null) {
      columns.set(table.version());
    }
    List<@Nullable Object[]> values = new ArrayList<>(entries.size());
    for (PostUpdates.Entry entry : entries) {
      FlushRow row = entry.row();
      @Nullable Object[] sent = behind(columns.cardinality(), finding(table, row));
      entry.link().copyTo(row);
      if (versions != null) {
        row.assign(table.version(), versions.apply(row.value(table.version())));
      }
      int count = 0;
      for (int i = columns.nextSetBit(0); i >= 0; i = columns.nextSetBit(i + 1)) {
        sent[count++] = row.value(i);
      }
      values.add(sent);
    }
    send(table, statements.update(table, columns), values, entries);
  }

  /** What finds a row that this flush has written already: its present key and version. */
  private static @Nullable Object[] finding(TableModel table, FlushRow row) {
    int[] key = table.key();
    @Nullable Object[] found = new Object[key.length + (table.isVersioned() ? 1 : 0)];
    for (int i = 0; i < key.length; i++) {
      found[i] = row.value(key[i]);
    }
    if (table.isVersioned()) {
      found[key.length] = row.value(table.version());
    }
    return found;
  }

  private static @Nullable Object[] behind(int room, @Nullable Object[] found) {
    @Nullable Object[] values = new Object[room + found.length];
    System.arraycopy(found, 0, values, room, found.length);
    return values;
  }

  private void send(
      TableModel table,
      UpdateStatements statement,
      List<@Nullable Object[]> values,
      List<PostUpdates.Entry> entries) {
    int[] counts = statement.run(target.runner(), values);
    List<FlushRow> rows = entries.stream().map(PostUpdates.Entry::row).toList();
    RowCounts.requireMatched(statements, "UPDATE", table, rows::get, counts);
  }
}
