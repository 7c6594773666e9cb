package io.aludel.orm.internal.flush;

import io.aludel.orm.internal.state.CompositeKey;
import io.aludel.orm.mapping.Mapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one flush has to do for the objects of one hierarchy of classes. */
final class FamilyWork {
  private final Mapper<?> family;
  private final Set<EntityModel> models = new LinkedHashSet<>();
  private final List<FlushRow> inserts = new ArrayList<>();
  private final List<FlushRow> updates = new ArrayList<>();
  private final List<FlushRow> deletes = new ArrayList<>();
  private @Nullable EntityModel last;

  FamilyWork(Mapper<?> family) {
    this.family = family;
  }

  void add(FlushRow row) {
    if (row.model() != last) {
      last = row.model();
      models.add(last);
    }
    switch (row.intent()) {
      case INSERT -> inserts.add(row);
      case UPDATE -> updates.add(row);
      case DELETE -> deletes.add(row);
      default -> {}
    }
  }

  /** Stored rows go in key order, so that concurrent transactions lock rows in the same order. */
  void sortByKey() {
    Comparator<FlushRow> byKey = Comparator.comparing(FlushRow::storedKey, FamilyWork::compareKeys);
    updates.sort(byKey);
    deletes.sort(byKey);
  }

  private static int compareKeys(Object left, Object right) {
    if (left instanceof CompositeKey a && right instanceof CompositeKey b) {
      for (int part = 0; part < a.size(); part++) {
        int order = compareParts(a.part(part), b.part(part));
        if (order != 0) {
          return order;
        }
      }
      return 0;
    }
    return compareParts(left, right);
  }

  @SuppressWarnings("unchecked") // the keys of one family have one type
  private static int compareParts(@Nullable Object left, @Nullable Object right) {
    return left instanceof Comparable<?> && right instanceof Comparable<?>
        ? ((Comparable<Object>) left).compareTo(right)
        : 0;
  }

  Mapper<?> family() {
    return family;
  }

  String name() {
    return family.entityName();
  }

  /** The mappers whose objects take part. */
  Set<EntityModel> models() {
    return models;
  }

  /** New rows, in the order in which their objects were added. */
  List<FlushRow> inserts() {
    return inserts;
  }

  /** Rows that are there and may differ, in key order; also those that new objects take over. */
  List<FlushRow> updates() {
    return updates;
  }

  /** Rows that go, in key order. */
  List<FlushRow> deletes() {
    return deletes;
  }

  /** Whether the key of any stored row changes. */
  boolean movesKeys() {
    return updates.stream().anyMatch(FlushRow::keyMoves);
  }

  boolean saves() {
    return !inserts.isEmpty() || !updates.isEmpty();
  }
}
