package io.aludel.orm.internal.state;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value for each stored object of one session, found by its class and key: the first identity hash of an
 * object would cost more than reading its row.
 */
public final class ByIdentity<V> {
  private final Map<EntityLayout, Map<Object, V>> all = new HashMap<>();
  private @Nullable EntityLayout layout;
  private Map<Object, V> ofLayout = Map.of();

  /** The value of an object, made if there is none. */
  public V find(EntityState object, Supplier<V> missing) {
    return of(object).computeIfAbsent(object.identityKey(), key -> missing.get());
  }

  /** False if there was a value before, which stays. */
  public boolean add(EntityState object, V value) {
    return of(object).putIfAbsent(object.identityKey(), value) == null;
  }

  private Map<Object, V> of(EntityState object) {
    if (object.layout() != layout) {
      layout = object.layout();
      ofLayout = all.computeIfAbsent(layout, any -> new HashMap<>());
    }
    return ofLayout;
  }

  public void clear() {
    all.clear();
    layout = null;
  }
}
