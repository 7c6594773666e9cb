package io.aludel.engine.internal;

import io.aludel.engine.RowSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of several sources, one source after another. */
public final class MergedSource<T extends @Nullable Object> implements RowSource<T> {
  private final List<RowSource<T>> sources;
  private int current;

  public MergedSource(List<RowSource<T>> sources) {
    this.sources = List.copyOf(sources);
  }

  @Override
  public boolean next() {
    while (current < sources.size()) {
      if (sources.get(current).next()) {
        return true;
      }
      current++;
    }
    return false;
  }

  @Override
  public T row() {
    return sources.get(current).row();
  }

  @Override
  public @Nullable Object uniqueKey(T row) {
    return sources.get(Math.min(current, sources.size() - 1)).uniqueKey(row);
  }

  @Override
  public void close() {
    sources.forEach(RowSource::close);
  }
}
