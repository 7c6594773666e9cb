package io.aludel.orm.internal.flush;

import io.aludel.orm.mapping.RelationshipProperty;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows whose foreign key of one relationship is written by an UPDATE of its own. */
final class PostUpdates {
  private final RelationshipProperty property;
  private final List<Entry> entries = new ArrayList<>();

  /**
   * One such row.
   *
   * @param row the row that refers
   * @param other the row it is to refer to, or refers to and is deleted; null if that is not in the flush
   * @param link what it gets
   */
  record Entry(FlushRow row, @Nullable FlushRow other, Link link) {}

  PostUpdates(RelationshipProperty property) {
    this.property = property;
  }

  RelationshipProperty property() {
    return property;
  }

  List<Entry> entries() {
    return entries;
  }

  /** The row gets its foreign key after both rows were written. */
  void set(FlushRow row, @Nullable FlushRow source, Link link) {
    entries.add(new Entry(row, source, link));
  }

  /** The row loses its foreign key before either row is deleted. */
  void clear(FlushRow row, FlushRow target, Link link) {
    entries.add(new Entry(row, target, link));
  }
}
