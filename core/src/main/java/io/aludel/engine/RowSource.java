package io.aludel.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a result takes its rows from, one after another. For the ORM and other layers, which make
 * results of their own objects.
 *
 * @param <T> the type of the rows
 */
public interface RowSource<T extends @Nullable Object> {
  /**
   * Goes to the next row. The source releases what it holds when there is none.
   *
   * @return false when there is no further row
   */
  boolean next();

  /**
   * The present row.
   *
   * @return the row, or null for a single NULL
   */
  T row();

  /** Releases what the source holds. Does nothing the second time. */
  void close();

  /**
   * Gives away the rows that are left, if the source has them in a list already. It has none then.
   *
   * @return the list, to be kept and changed as one likes; null if there is none
   */
  default @Nullable List<T> takeRest() {
    return null;
  }

  /**
   * What decides whether two rows are the same when a result is made unique.
   *
   * @param row a row
   * @return an object with fitting {@code equals} and {@code hashCode}
   */
  default @Nullable Object uniqueKey(T row) {
    return row;
  }

  /**
   * Called before the rows of a result are handed out that nobody made unique.
   *
   * @throws RuntimeException if rows repeat what they stand for, so that they must be made unique
   */
  default void permitRepeatedRows() {}
}
