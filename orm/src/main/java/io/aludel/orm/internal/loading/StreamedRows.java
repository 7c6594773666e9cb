package io.aludel.orm.internal.loading;

import io.aludel.engine.RowCursor;
import io.aludel.engine.RowSource;
import io.aludel.orm.OrmError;
import io.aludel.orm.UnsupportedStatementException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a statement over entities, read in portions while they are handed out; what is loaded
 * along is loaded for each portion (parity row ORM-QRY-29). Holds one portion at a time.
 */
final class StreamedRows<T extends @Nullable Object> implements RowSource<T> {
  private final RowCursor cursor;
  private final RowReader reader;
  private final LoadRun run;
  private final int size;
  private final List<@Nullable Object> portion;
  private int position = -1;

  StreamedRows(RowCursor cursor, RowReader reader, LoadRun run, int size) {
    this.cursor = cursor;
    this.reader = reader;
    this.run = run;
    this.size = size;
    this.portion = new ArrayList<>(size);
  }

  @Override
  public boolean next() {
    if (++position < portion.size()) {
      return true;
    }
    run.target().asOneCall(this::readPortion);
    return !portion.isEmpty();
  }

  private void readPortion() {
    portion.clear();
    position = 0;
    while (portion.size() < size && cursor.next()) {
      try {
        portion.add(reader.read(cursor.jdbc()));
      } catch (SQLException failure) {
        throw cursor.unreadable(0, failure);
      }
    }
    if (!portion.isEmpty()) {
      run.finish();
    }
  }

  @Override
  @SuppressWarnings("unchecked") // the reader makes what the result is of
  public T row() {
    return (T) portion.get(position);
  }

  @Override
  public void close() {
    portion.clear();
    cursor.close();
  }

  @Override
  public @Nullable Object uniqueKey(T row) {
    throw new UnsupportedStatementException(
        OrmError.UNSUPPORTED_STATEMENT,
        "Cannot make the rows of a stream unique: all rows would have to be kept in mind. Leave unique()"
            + " out, or do not stream.");
  }
}
