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
import org.jspecify.annotations.Nullable;

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
  private record Key(StructuralKey shape, CompileOptions options) {
    /** Written out, as is the hash: those of a record are linked when first called, while programs start. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key that && shape.equals(that.shape) && options.equals(that.options);
    }

    @Override
    public int hashCode() {
      return 31 * shape.hashCode() + options.hashCode();
    }
  }

  CompiledCache(int capacity, EngineCounters counters, Consumer<String> warnings) {
    this.capacity = capacity;
    this.counters = counters;
    this.warnings = warnings;
  }

  Compilation get(Dialect dialect, StatementNode statement, CompileOptions options) {
    Compilation found = find(statement, options);
    return found == null ? put(dialect, statement, statement, options) : found;
  }

  @Nullable Compilation find(StatementNode statement, CompileOptions options) {
    Compilation found = compilations.get(new Key(statement.keyed().key(), options));
    if (found == null) {
      counters.cacheMisses.increment();
    } else {
      counters.cacheHits.increment();
      found.lastUse = clock.incrementAndGet();
    }
    return found;
  }

  /** Compiles one statement in place of another, under whose shape it is found from now on. */
  Compilation put(
      Dialect dialect, StatementNode original, StatementNode rewritten, CompileOptions options) {
    counters.compilations.increment();
    Compilation made = warned(dialect.compile(rewritten, original.walk(), options));
    if (capacity == 0) {
      return made;
    }
    made.lastUse = clock.incrementAndGet();
    compilations.put(new Key(original.keyed().key(), options), made);
    if (compilations.size() > capacity + capacity / 2) {
      trim();
    }
    return made;
  }

  /** Compiles a statement that whoever asked keeps for itself. */
  Compilation compile(Dialect dialect, StatementNode statement, CompileOptions options) {
    counters.compilations.increment();
    return warned(dialect.compile(statement, options));
  }

  private Compilation warned(CompiledStatement compiled) {
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
