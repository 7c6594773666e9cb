package io.aludel.orm.internal.statement;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was compiled, by its shape. That for the schemas of the model is kept; of that for others, of which
 * each tenant may have one, only so much: when there is more, it is all compiled anew.
 *
 * @param <K> the shape
 * @param <V> what was compiled
 */
public final class CompiledShapes<K, V> {
  private final Map<K, V> own = new ConcurrentHashMap<>();
  private final Map<K, V> others = new ConcurrentHashMap<>();
  private final int mostOthers;

  public CompiledShapes(int mostOthers) {
    this.mostOthers = mostOthers;
  }

  /** What was compiled for the schemas of the model, compiled now if it was not yet. */
  public V own(K shape, Function<? super K, ? extends V> compiler) {
    V known = own.get(shape);
    return known == null ? own.computeIfAbsent(shape, compiler) : known;
  }

  /** What was compiled for other schemas, compiled now if it was not yet, or is not kept any longer. */
  public V other(K shape, Function<? super K, ? extends V> compiler) {
    V known = others.get(shape);
    if (known != null) {
      return known;
    }
    if (others.size() >= mostOthers) {
      others.clear();
    }
    return others.computeIfAbsent(shape, compiler);
  }
}
