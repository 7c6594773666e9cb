package io.aludel.orm.internal.loading;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads a value that an entity in the same row has too, and keeps it until the next row. */
final class KeptValue implements RowReader {
  private final RowReader reader;
  private @Nullable Object latest;

  KeptValue(RowReader reader) {
    this.reader = reader;
  }

  @Override
  public @Nullable Object read(ResultSet row) throws SQLException {
    latest = reader.read(row);
    return latest;
  }

  /** The value of the present row. */
  @Nullable Object latest() {
    return latest;
  }
}
