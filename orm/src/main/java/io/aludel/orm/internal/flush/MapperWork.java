package io.aludel.orm.internal.flush;

import io.aludel.orm.internal.state.CompositeKey;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.weave.ManagedEntity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one flush has to do for the objects of one mapper. */
final class MapperWork {
  private final EntityLayout layout;
  private final List<Item> inserts = new ArrayList<>();
  private final List<Item> updates = new ArrayList<>();
  private final List<Item> deletes = new ArrayList<>();

  /**
   * One object to write. It is held here, so that nothing collects it half way.
   *
   * @param state its record
   * @param entity the object
   * @param replaced the object marked for deletion whose row this one takes over, or null
   */
  record Item(
      EntityState state, ManagedEntity entity, @Nullable EntityState replaced) {
    static Item of(EntityState state) {
      ManagedEntity entity = state.get();
      if (entity == null) {
        throw new IllegalStateException("lost before its flush: " + state);
      }
      return new Item(state, entity, null);
    }
  }

  MapperWork(EntityLayout layout) {
    this.layout = layout;
  }

  EntityLayout layout() {
    return layout;
  }

  /** New objects, in the order they were added. */
  List<Item> inserts() {
    return inserts;
  }

  /** Changed objects, and new ones that take over the row of a deleted one. */
  List<Item> updates() {
    return updates;
  }

  /** Objects marked for deletion. */
  List<Item> deletes() {
    return deletes;
  }

  /** Stored objects go in key order, so that concurrent transactions lock rows in the same order. */
  void sortByKey() {
    Comparator<Item> byKey = Comparator.comparing(MapperWork::keyOf, MapperWork::compareKeys);
    updates.sort(byKey);
    deletes.sort(byKey);
  }

  private static Object keyOf(Item item) {
    EntityState replaced = item.replaced();
    return (replaced == null ? item.state() : replaced).identityKey();
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

  @SuppressWarnings("unchecked") // the keys of one mapper have one type
  private static int compareParts(@Nullable Object left, @Nullable Object right) {
    return left instanceof Comparable<?> && right instanceof Comparable<?>
        ? ((Comparable<Object>) left).compareTo(right)
        : 0;
  }

  boolean saves() {
    return !inserts.isEmpty() || !updates.isEmpty();
  }
}
