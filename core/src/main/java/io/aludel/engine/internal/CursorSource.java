package io.aludel.engine.internal;

import io.aludel.engine.RowCursor;
import io.aludel.engine.RowSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows read from a running statement. */
public final class CursorSource<T extends @Nullable Object> implements RowSource<T> {
  private final RowCursor cursor;
  private final Function<RowCursor, T> reader;
  private @Nullable T present;

  public CursorSource(RowCursor cursor, Function<RowCursor, T> reader) {
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
