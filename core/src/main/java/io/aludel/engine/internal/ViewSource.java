package io.aludel.engine.internal;

import io.aludel.engine.RowSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of another source, each turned into something else. */
public final class ViewSource<S extends @Nullable Object, T extends @Nullable Object>
    implements RowSource<T> {
  private final RowSource<S> source;
  private final Function<S, T> change;

  public ViewSource(RowSource<S> source, Function<S, T> change) {
    this.source = source;
    this.change = change;
  }

  @Override
  public boolean next() {
    return source.next();
  }

  @Override
  public T row() {
    return change.apply(source.row());
  }

  @Override
  public void close() {
    source.close();
  }

  @Override
  public void permitRepeatedRows() {
    source.permitRepeatedRows();
  }
}
