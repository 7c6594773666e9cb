package io.aludel.orm.internal.loading;

import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.internal.state.EntityState;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value for each object, found by its class and key: a first identity hash of each object would cost more
 * than reading its row.
 */
final class ByOwner<V> {
  private final Map<EntityLayout, Map<Object, V>> all = new HashMap<>();
  private @Nullable EntityLayout layout;
  private Map<Object, V> ofLayout = Map.of();

  V find(EntityState owner, Supplier<V> missing) {
    return of(owner).computeIfAbsent(owner.identityKey(), key -> missing.get());
  }

  /** False if there was a value before. */
  boolean add(EntityState owner, V value) {
    return of(owner).putIfAbsent(owner.identityKey(), value) == null;
  }

  private Map<Object, V> of(EntityState owner) {
    if (owner.layout() != layout) {
      layout = owner.layout();
      ofLayout = all.computeIfAbsent(layout, any -> new HashMap<>());
    }
    return ofLayout;
  }

  void clear() {
    all.clear();
    layout = null;
  }
}
