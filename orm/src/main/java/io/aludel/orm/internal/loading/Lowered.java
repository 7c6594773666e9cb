package io.aludel.orm.internal.loading;

import io.aludel.orm.internal.statement.NamedColumns;
import io.aludel.orm.internal.statement.ShownColumns;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.StatementNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A statement over entities as it is sent, and what its select list means.
 *
 * @param statement what is compiled
 * @param items how many entries of its select list are the application's; the others are read along
 * @param occurrences the entities among the application's entries, by position
 * @param found where columns are in the rows of a statement that is sent as it is, or null
 */
record Lowered(
    StatementNode statement,
    int items,
    Map<Integer, Occurrence> occurrences,
    @Nullable Found found) {
  /**
   * What is known of rows that were not made for what is read from them.
   *
   * @param items what the application reads, if that is not the statement's own select list; else
   *     empty
   * @param shown the columns of the statement
   * @param written for entities that an entry of the statement's select list reads just so, which one
   * @param names the names that decide where nobody described the columns, or null
   */
  record Found(
      List<Node> items,
      ShownColumns shown,
      Map<Integer, Integer> written,
      @Nullable NamedColumns names) {}

  /** Whether an entity of the select list repeats in the rows. */
  boolean isMultiplied() {
    return occurrences.values().stream().anyMatch(Occurrence::isMultiplied);
  }
}
