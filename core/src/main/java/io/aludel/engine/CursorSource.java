package io.aludel.engine;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows read from a running statement. */
final class CursorSource<T extends @Nullable Object> implements RowSource<T> {
  private final RowCursor cursor;
  private final Function<RowCursor, T> reader;
  private @Nullable T present;

  CursorSource(RowCursor cursor, Function<RowCursor, T> reader) {
    this.cursor = cursor;
    this.reader = reader;
  }

  @Override
  public boolean next() {
    if (!cursor.next()) {
      return false;
    }
    present = reader.apply(cursor);
    return true;
  }

  @Override
  @SuppressWarnings("NullAway") // read before, so null only where T allows it
  public T row() {
    return present;
  }

  @Override
  public void close() {
    cursor.close();
  }
}
