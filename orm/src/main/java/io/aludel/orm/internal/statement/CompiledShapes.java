package io.aludel.orm.internal.statement;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was compiled, by its shape, in bounds. That for the schemas of the model lies apart from that for
 * others: each tenant may have one, and many tenants must not push out what all use.
 *
 * @param <K> the shape
 * @param <V> what was compiled
 */
public final class CompiledShapes<K, V> {
  private final Map<K, V> own = new ConcurrentHashMap<>();
  private final Map<K, V> others = new ConcurrentHashMap<>();
  private final int most;

  public CompiledShapes(int most) {
    this.most = most;
  }

  /** What was compiled for the schemas of the model, compiled now if it is not there. */
  public V own(K shape, Function<? super K, ? extends V> compiler) {
    return found(own, shape, compiler);
  }

  /** What was compiled for other schemas, compiled now if it is not there. */
  public V other(K shape, Function<? super K, ? extends V> compiler) {
    return found(others, shape, compiler);
  }

  /** When there is too much, it is all compiled anew. */
  private V found(Map<K, V> kept, K shape, Function<? super K, ? extends V> compiler) {
    V known = kept.get(shape);
    if (known != null) {
      return known;
    }
    if (kept.size() >= most) {
      kept.clear();
    }
    return kept.computeIfAbsent(shape, compiler);
  }
}
