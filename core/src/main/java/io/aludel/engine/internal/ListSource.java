package io.aludel.engine.internal;

import io.aludel.engine.RowSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows that are in memory already. */
public final class ListSource<T> implements RowSource<T> {
  private final List<? extends @Nullable T> rows;
  private int position = -1;

  public ListSource(List<? extends @Nullable T> rows) {
    this.rows = rows;
  }

  public static <T> ListSource<T> empty() {
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
  public @Nullable T row() {
    return rows.get(position);
  }

  @Override
  public void close() {
    // nothing is held
  }
}
