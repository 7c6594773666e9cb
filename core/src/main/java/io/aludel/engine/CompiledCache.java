package io.aludel.engine;

import io.aludel.dialect.CompileOptions;
import io.aludel.dialect.CompiledStatement;
import io.aludel.dialect.Dialect;
import io.aludel.engine.internal.EngineCounters;
import io.aludel.sql.tree.StatementNode;
import io.aludel.sql.tree.StructuralKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Compiled statements by shape. Bounded: when half as many again are held, the least recently used go.
 * Look-ups take no lock; two threads may compile the same statement at the same time, and one result is
 * kept.
 */
final class CompiledCache {
  private final int capacity;
  private final EngineCounters counters;
  private final Consumer<String> warnings;
  private final AtomicLong clock = new AtomicLong();
  private final Map<Key, Compilation> compilations = new ConcurrentHashMap<>();

  /** The shape of a statement and whatever else shaped its compilation. */
  private record Key(StructuralKey shape, CompileOptions options) {}

  CompiledCache(int capacity, EngineCounters counters, Consumer<String> warnings) {
    this.capacity = capacity;
    this.counters = counters;
    this.warnings = warnings;
  }

  Compilation get(Dialect dialect, StatementNode statement, CompileOptions options) {
    Key key = new Key(statement.keyed().key(), options);
    Compilation found = compilations.get(key);
    if (found == null) {
      counters.cacheMisses.increment();
      found = compile(dialect, statement, options);
      found.lastUse = clock.incrementAndGet();
      compilations.put(key, found);
      if (compilations.size() > capacity + capacity / 2) {
        trim();
      }
    } else {
      counters.cacheHits.increment();
      found.lastUse = clock.incrementAndGet();
    }
    return found;
  }

  Compilation compile(Dialect dialect, StatementNode statement, CompileOptions options) {
    counters.compilations.increment();
    CompiledStatement compiled = dialect.compile(statement, options);
    compiled.warnings().forEach(warnings);
    return new Compilation(compiled);
  }

  private synchronized void trim() {
    List<Map.Entry<Key, Long>> byAge = new ArrayList<>();
    compilations.forEach((key, compilation) -> byAge.add(Map.entry(key, compilation.lastUse)));
    byAge.sort(Comparator.comparingLong(Map.Entry::getValue));
    for (int i = 0; i < byAge.size() - capacity; i++) {
      compilations.remove(byAge.get(i).getKey());
    }
  }

  void clear() {
    compilations.clear();
  }
}
