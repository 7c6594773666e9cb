package io.aludel.orm.internal.flush;

import io.aludel.dialect.Capability;
import io.aludel.orm.StaleDataException;
import io.aludel.schema.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares the rows that statements met with the rows they were sent for. A driver that does not tell is
 * believed; one that counts changed rows only is not asked.
 */
final class RowCounts {
  private RowCounts() {}

  /** Refuses to go on when an UPDATE met fewer rows than objects. */
  static void requireMatched(
      FlushStatements statements, String verb, Table table, List<FlushRow> rows, int[] counts) {
    if (!statements.supports(Capability.COUNTS_MATCHED_ROWS)) {
      return;
    }
    int matched = 0;
    FlushRow first = null;
    for (int i = 0; i < counts.length; i++) {
      matched += counts[i] == 0 ? 0 : 1;
      if (counts[i] == 0 && first == null) {
        first = rows.get(i);
      }
    }
    if (first != null) {
      throw new StaleDataException(verb, table.name(), counts.length, matched, first.toString());
    }
  }

  /** Warns when a DELETE met fewer rows than objects. */
  static void warnUnmatched(List<FlushRow> rows, int[] counts) {
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] == 0) {
        FlushWarnings.deleteMatchedLess(rows.get(i).state(), counts[i]);
      }
    }
  }

  /** Refuses to go on when statements for link rows met another number of rows than pairs. */
  static void requirePairs(String verb, Table table, List<LinkRows.Pair> pairs, int[] counts) {
    int matched = 0;
    LinkRows.@Nullable Pair first = null;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] < 0) {
        return;
      }
      matched += counts[i];
      if (counts[i] == 0 && first == null) {
        first = pairs.get(i);
      }
    }
    if (matched != pairs.size()) {
      throw new StaleDataException(
          verb,
          table.name(),
          pairs.size(),
          matched,
          (first == null ? pairs.get(0) : first).toString());
    }
  }
}
