package io.aludel.orm.internal.loading;

import io.aludel.sql.tree.StatementNode;
import java.util.Map;

/**
 * A statement over entities as it is sent, and what its select list means.
 *
 * @param statement what is compiled
 * @param items how many entries of its select list are the application's; the others are read along
 * @param occurrences the entities among the application's entries, by position
 */
record Lowered(StatementNode statement, int items, Map<Integer, Occurrence> occurrences) {
  /** Whether an entity of the select list repeats in the rows. */
  boolean isMultiplied() {
    return occurrences.values().stream().anyMatch(Occurrence::isMultiplied);
  }
}
