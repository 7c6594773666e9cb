package io.aludel.engine;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows read from a running statement. */
final class CursorSource<T> implements RowSource<T> {
  private final RowCursor cursor;
  private final Function<RowCursor, @Nullable T> reader;
  private @Nullable T present;

  CursorSource(RowCursor cursor, Function<RowCursor, @Nullable T> reader) {
    this.cursor = cursor;
    this.reader = reader;
  }

  @Override
  public boolean next() {
    boolean found = cursor.next();
    present = found ? reader.apply(cursor) : null;
    return found;
  }

  @Override
  public @Nullable T row() {
    return present;
  }

  @Override
  public void close() {
    cursor.close();
  }
}
