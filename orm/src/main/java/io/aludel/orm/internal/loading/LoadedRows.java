package io.aludel.orm.internal.loading;

import io.aludel.engine.RowSource;
import io.aludel.orm.OrmError;
import io.aludel.orm.UnsupportedStatementException;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.sql.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a statement over entities, read to the end. */
public final class LoadedRows<T extends @Nullable Object> implements RowSource<T> {
  private List<T> rows;
  private final boolean multiplied;
  private int position = -1;

  /** Rows none of which repeats an object of another. */
  public LoadedRows(List<T> rows) {
    this(rows, false);
  }

  /** No rows yet; they repeat their objects if they are multiplied. */
  LoadedRows(boolean multiplied) {
    this(new ArrayList<>(), multiplied);
  }

  private LoadedRows(List<T> rows, boolean multiplied) {
    this.rows = rows;
    this.multiplied = multiplied;
  }

  /** Adds a row. Only unique ones are handed out of multiplied rows, so one that is the last again is not kept. */
  void add(T row) {
    if (!multiplied || rows.isEmpty() || rows.get(rows.size() - 1) != row) {
      rows.add(row);
    }
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
    position = rows.size();
  }

  @Override
  public @Nullable List<T> takeRest() {
    if (position >= 0) {
      return null;
    }
    List<T> taken = rows;
    rows = List.of();
    return taken;
  }

  @Override
  public void permitRepeatedRows() {
    if (multiplied) {
      throw new UnsupportedStatementException(
          OrmError.NOT_UNIQUE,
          "Cannot hand out the rows of a statement that loads collections by joins: an object appears in"
              + " as many rows as its collection has members. Add unique(), as in"
              + " session.scalars(…).unique().all(), or load the collection by selectinLoad.");
    }
  }

  /** Entities are the same only if they are one object; values if they are equal. */
  @Override
  public @Nullable Object uniqueKey(T row) {
    if (row instanceof Row several) {
      List<@Nullable Object> keys = new ArrayList<>();
      for (Object value : several.asList()) {
        keys.add(keyOf(value));
      }
      return keys;
    }
    return keyOf(row);
  }

  /** The record of an object stands for it, whatever its {@code equals} says. */
  private static @Nullable Object keyOf(@Nullable Object value) {
    return value instanceof ManagedEntity entity ? OwnerKeys.stateOf(entity) : value;
  }
}
