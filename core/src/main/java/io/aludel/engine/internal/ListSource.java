package io.aludel.engine.internal;

import io.aludel.engine.RowSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that are in memory already. */
public final class ListSource<T extends @Nullable Object> implements RowSource<T> {
  private final List<? extends T> rows;
  private int position = -1;

  public ListSource(List<? extends T> rows) {
    this.rows = rows;
  }

  public static <T extends @Nullable Object> ListSource<T> empty() {
    return new ListSource<>(List.of());
  }

  @Override
  public boolean next() {
    if (position < rows.size()) {
      position++;
    }
    return position < rows.size();
  }

  @Override
  public T row() {
    return rows.get(position);
  }

  @Override
  public void close() {
    // nothing is held
  }
}
