package io.aludel.orm.internal.flush;

import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of one link table in a flush. Both sides of a relationship report to the same; what one
 * side has reported the other does not report again.
 */
final class LinkRows {
  private final RelationshipProperty property;
  private final List<Pair> inserts = new ArrayList<>();
  private final List<Pair> updates = new ArrayList<>();
  private final List<Pair> deletes = new ArrayList<>();
  private final Map<Pair, RelationshipProperty> reportedInserts = new HashMap<>();
  private final Map<Pair, RelationshipProperty> reportedDeletes = new HashMap<>();

  /**
   * Two related objects.
   *
   * @param owner the one whose relationship is {@link #property}
   * @param target the other one
   */
  record Pair(EntityState owner, EntityState target) {
    @Override
    public String toString() {
      return owner + " - " + target;
    }
  }

  LinkRows(RelationshipProperty property) {
    this.property = property;
  }

  /** Of the two sides of a relationship the one that stands for both: its columns come first. */
  static RelationshipProperty canonical(RelationshipProperty property) {
    RelationshipProperty reverse = property.reverse();
    return reverse == null || position(property) <= position(reverse) ? property : reverse;
  }

  private static int position(RelationshipProperty property) {
    Table table = property.secondary();
    return table == null
        ? 0
        : table.columns().indexOf(property.join().copied().get(0).to());
  }

  RelationshipProperty property() {
    return property;
  }

  List<Pair> inserts() {
    return inserts;
  }

  /** Pairs whose link row follows a changed key. */
  List<Pair> updates() {
    return updates;
  }

  List<Pair> deletes() {
    return deletes;
  }

  void insert(EntityState owner, EntityState target, RelationshipProperty reporter) {
    Pair pair = pair(owner, target, reporter);
    if (isFirst(reportedInserts, pair, reporter)) {
      inserts.add(pair);
    }
  }

  void delete(EntityState owner, EntityState target, RelationshipProperty reporter) {
    Pair pair = pair(owner, target, reporter);
    if (isFirst(reportedDeletes, pair, reporter)) {
      deletes.add(pair);
    }
  }

  /** Whether the other side, if there is one, has not reported the same. */
  private boolean isFirst(
      Map<Pair, RelationshipProperty> reported, Pair pair, RelationshipProperty reporter) {
    return property.reverse() == null
        || reported.computeIfAbsent(pair, any -> reporter) == reporter;
  }

  void update(EntityState owner, EntityState target, RelationshipProperty reporter) {
    Pair pair = pair(owner, target, reporter);
    if (!updates.contains(pair)) {
      updates.add(pair);
    }
  }

  private Pair pair(EntityState owner, EntityState target, RelationshipProperty reporter) {
    return reporter == property ? new Pair(owner, target) : new Pair(target, owner);
  }
}
