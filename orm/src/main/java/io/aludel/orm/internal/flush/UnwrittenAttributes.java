package io.aludel.orm.internal.flush;

import io.aludel.orm.FlushException;
import io.aludel.orm.OrmError;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.mapping.Mapper;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of an entity that only an alias or a query shows: no statement of a flush would store them,
 * so that a flush which would have to is refused before anything is sent.
 */
final class UnwrittenAttributes {
  private final EntityLayout layout;
  private final int[] indexes;

  private UnwrittenAttributes(EntityLayout layout, int[] indexes) {
    this.layout = layout;
    this.indexes = indexes;
  }

  /** Those of an entity, or null if it has none. */
  static @Nullable UnwrittenAttributes of(EntityLayout layout) {
    Mapper<?> mapper = layout.mapper();
    if (mapper.source() == null) {
      return null;
    }
    int[] indexes = Arrays.stream(layout.columns())
        .filter(index -> !layout.requireColumn(index).isComputed())
        .filter(index -> !mapper.writes(layout.requireColumn(index)))
        .toArray();
    return indexes.length == 0 ? null : new UnwrittenAttributes(layout, indexes);
  }

  /**
   * Looks at all rows of the entity in a flush.
   *
   * @throws FlushException if one of them is to be written where there is no table, or is to keep such a
   *     value
   */
  void requireUnchanged(FamilyWork work) {
    boolean nowhere = layout.mapper().writtenTables().isEmpty();
    for (List<FlushRow> some : List.of(work.inserts(), work.updates(), work.deletes())) {
      for (FlushRow row : some) {
        if (row.model().layout() == layout) {
          if (nowhere && (row.isInsert() || row.isDeleted() || row.replaced() != null)) {
            throw unwritable(row, row.isDeleted() ? "delete" : "insert");
          }
          requireUnchanged(row);
        }
      }
    }
  }

  private void requireUnchanged(FlushRow row) {
    if (row.isDeleted()) {
      return;
    }
    row.links().forEach(link -> requireWritten(row, link));
    for (int index : indexes) {
      if (isChanged(row, index)) {
        throw unwritten(row, index);
      }
    }
  }

  /**
   * Looks at what a relationship puts into a row.
   *
   * @throws FlushException if such an attribute is to keep it
   */
  void requireWritten(FlushRow row, Link link) {
    for (int to : link.pairs().to()) {
      if (Arrays.stream(indexes).anyMatch(index -> index == to)) {
        throw unwritten(row, to);
      }
    }
  }

  private static boolean isChanged(FlushRow row, int index) {
    if (row.expression(index) != null) {
      return true;
    }
    return row.isNew()
        ? !row.isUnloaded(index) && row.value(index) != null
        : row.state().isRecorded(index) && row.state().differs(row.entity(), index);
  }

  private FlushException unwritten(FlushRow row, int index) {
    return new FlushException(
        OrmError.UNWRITTEN,
        "Cannot write " + layout.describe(index) + " of " + row + ": " + why()
            + " Write what the query reads by a class that is mapped to its table, or leave the"
            + " attribute alone; refresh(…) takes the change back.");
  }

  private String why() {
    Mapper<?> mapper = layout.mapper();
    return mapper.writtenTables().isEmpty()
        ? mapper.entityName() + " is mapped to an alias or a query, which is read and not written."
        : "an alias or a query shows it, and none of the tables that a flush writes for "
            + mapper.entityName() + " keeps it.";
  }

  private FlushException unwritable(FlushRow row, String verb) {
    return new FlushException(
        OrmError.UNWRITTEN,
        "Cannot " + verb + " " + row + ": " + why()
            + " Write the rows that it reads by classes that are mapped to their tables.");
  }
}
