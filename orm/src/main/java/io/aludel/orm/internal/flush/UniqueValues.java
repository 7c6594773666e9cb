package io.aludel.orm.internal.flush;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds unique values that one row of a flush gives up and another takes. Looks at values only where a
 * family both frees and takes some.
 */
final class UniqueValues {
  private UniqueValues() {}

  /**
   * A value changes hands.
   *
   * @param releasing the row that has it
   * @param taking the row that gets it
   * @param key of the row that has it
   */
  record Handover(FlushRow releasing, FlushRow taking, UniqueKey key) {
    /** Whether the usual order, updates before inserts within a family, is right anyway. */
    boolean isInOrder() {
      return releasing.isSaved() && taking.isInsert();
    }

    @Override
    public String toString() {
      return key + " = " + RowValues.stored(releasing, key.indexes());
    }
  }

  static List<Handover> find(Collection<FamilyWork> works) {
    List<Handover> found = new ArrayList<>();
    for (FamilyWork work : works) {
      if (work.updates().isEmpty() && work.deletes().isEmpty()) {
        continue;
      }
      List<FlushRow> changing =
          work.updates().stream().filter(UniqueValues::changesKey).toList();
      boolean releases = !changing.isEmpty() || !work.deletes().isEmpty();
      boolean takes = !changing.isEmpty() || !work.inserts().isEmpty();
      if (releases && takes) {
        match(work, changing, found);
      }
    }
    return found;
  }

  private static boolean changesKey(FlushRow row) {
    if (row.replaced() != null) {
      return true;
    }
    for (int index : row.model().uniqueIndexes()) {
      if (row.state().isRecorded(index) || isLinked(row, index)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLinked(FlushRow row, int index) {
    for (Link link : row.links()) {
      for (int to : link.pairs().to()) {
        if (to == index) {
          return true;
        }
      }
    }
    return false;
  }

  private static void match(FamilyWork work, List<FlushRow> changing, List<Handover> found) {
    Map<List<?>, Map<Object, FlushRow>> released = new LinkedHashMap<>();
    work.deletes().forEach(row -> release(row, released));
    changing.forEach(row -> release(row, released));
    changing.forEach(row -> take(row, released, found));
    work.inserts().forEach(row -> take(row, released, found));
  }

  private static void release(FlushRow row, Map<List<?>, Map<Object, FlushRow>> released) {
    for (TableModel table : row.model().tables()) {
      for (UniqueKey key : table.uniqueKeys()) {
        Object value = RowValues.stored(row, key.indexes());
        if (value != null && (row.isDeleted() || !value.equals(planned(row, key)))) {
          released.computeIfAbsent(key.columns(), any -> new HashMap<>()).put(value, row);
        }
      }
    }
  }

  private static void take(
      FlushRow row, Map<List<?>, Map<Object, FlushRow>> released, List<Handover> found) {
    for (TableModel table : row.model().tables()) {
      for (UniqueKey key : table.uniqueKeys()) {
        Map<Object, FlushRow> holders = released.getOrDefault(key.columns(), Map.of());
        Object value = holders.isEmpty() ? null : planned(row, key);
        FlushRow holder = value == null ? null : holders.get(value);
        if (holder != null && holder != row) {
          found.add(new Handover(holder, row, keyOf(holder, key)));
        }
      }
    }
  }

  private static @Nullable Object planned(FlushRow row, UniqueKey key) {
    return RowValues.planned(row, key.indexes());
  }

  /** The same unique key, as the mapper of the holding row sees it. */
  private static UniqueKey keyOf(FlushRow holder, UniqueKey key) {
    for (TableModel table : holder.model().tables()) {
      for (UniqueKey own : table.uniqueKeys()) {
        if (own.columns().equals(key.columns())) {
          return own;
        }
      }
    }
    return key;
  }
}
