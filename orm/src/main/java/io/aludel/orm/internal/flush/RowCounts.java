package io.aludel.orm.internal.flush;

import io.aludel.dialect.Capability;
import io.aludel.orm.StaleDataException;
import io.aludel.schema.Table;
import java.sql.Statement;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Compares the rows that statements met with the rows they were sent for. A driver that does not tell is
 * believed, which is worth a warning where versions are at stake; one that counts changed rows only is
 * asked only then, because a new version is always a change.
 */
final class RowCounts {
  private RowCounts() {}

  /** Refuses to go on when an UPDATE met fewer rows than objects. */
  static void requireMatched(
      FlushStatements statements,
      String verb,
      TableModel table,
      IntFunction<FlushRow> rows,
      int[] counts) {
    if (table.isVersioned() || statements.supports(Capability.COUNTS_MATCHED_ROWS)) {
      require(verb, table, rows, counts);
    }
  }

  private static void require(
      String verb, TableModel table, IntFunction<FlushRow> rows, int[] counts) {
    int matched = 0;
    FlushRow first = null;
    for (int i = 0; i < counts.length; i++) {
      matched += counts[i] == 0 ? 0 : 1;
      if (counts[i] == 0 && first == null) {
        first = rows.apply(i);
      }
      if (counts[i] == Statement.SUCCESS_NO_INFO && table.isVersioned()) {
        FlushWarnings.versionNotVerified(rows.apply(i).state());
      }
    }
    if (first != null) {
      throw new StaleDataException(
          verb, table.table().name(), counts.length, matched, describe(table, first));
    }
  }

  private static String describe(TableModel table, FlushRow row) {
    return table.isVersioned()
        ? row + " (expected version " + row.storedVersion() + ")"
        : row.toString();
  }

  /** A DELETE that met fewer rows is an error where versions are at stake, otherwise a warning. */
  static void checkDeleted(TableModel table, List<FlushRow> rows, int[] counts) {
    if (table.isVersioned()) {
      require("DELETE", table, rows::get, counts);
      return;
    }
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] == 0 && table.rules().confirmsDeletedRows()) {
        FlushWarnings.deleteMatchedLess(rows.get(i).state(), counts[i]);
      }
    }
  }

  /** The same for rows without version that one statement deletes. */
  static void checkDeleted(TableModel table, List<FlushRow> rows, int count) {
    if (count >= 0 && count < rows.size() && table.rules().confirmsDeletedRows()) {
      FlushWarnings.deleteMatchedLess(table, rows.size(), count);
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
