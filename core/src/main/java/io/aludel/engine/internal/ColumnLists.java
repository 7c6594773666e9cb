package io.aludel.engine.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of many rows column by column, for databases that take one list for each column. */
public final class ColumnLists {
  /** From how many rows on that is better than a value for each cell; measured in docs/design/inserts.md. */
  public static final int FEWEST = 256;

  /** The most rows of one statement. */
  public static final int MOST = 1_000;

  private ColumnLists() {}

  /** The rows in portions that a statement takes. */
  public static List<List<@Nullable Object[]>> portions(List<@Nullable Object[]> rows) {
    List<List<@Nullable Object[]>> portions = new ArrayList<>(rows.size() / MOST + 1);
    for (int from = 0; from < rows.size(); from += MOST) {
      portions.add(rows.subList(from, Math.min(rows.size(), from + MOST)));
    }
    return portions;
  }

  /** The values of rows at these places of each, one list for each place. */
  public static @Nullable Object[] of(List<@Nullable Object[]> rows, int[] places) {
    @Nullable Object[] lists = new Object[places.length];
    for (int i = 0; i < places.length; i++) {
      @Nullable Object[] values = new Object[rows.size()];
      for (int row = 0; row < values.length; row++) {
        values[row] = rows.get(row)[places[i]];
      }
      lists[i] = values;
    }
    return lists;
  }
}
