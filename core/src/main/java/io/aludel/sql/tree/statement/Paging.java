package io.aludel.sql.tree.statement;

import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
import io.aludel.sql.tree.Rewriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order of rows and which of them are wanted.
 *
 * @param orderBy what to order by
 * @param limit the most rows, or null for all
 * @param offset the rows to leave out first, or null for none
 * @param measure what {@code limit} counts
 */
public record Paging(
    List<Node> orderBy, @Nullable Node limit, @Nullable Node offset, Measure measure) {
  /** No order, all rows. */
  public static final Paging NONE = new Paging(List.of(), null, null);

  /**
   * An order and a number of rows.
   *
   * @param orderBy what to order by
   * @param limit the most rows, or null for all
   * @param offset the rows to leave out first, or null for none
   */
  public Paging(List<Node> orderBy, @Nullable Node limit, @Nullable Node offset) {
    this(orderBy, limit, offset, Measure.ROWS);
  }

  /**
   * Whether nothing is said.
   *
   * @return true if neither an order nor a number is stated
   */
  public boolean isEmpty() {
    return orderBy.isEmpty() && limit == null && offset == null;
  }

  /**
   * Whether some rows may be left out.
   *
   * @return true if a number of rows is stated
   */
  public boolean isLimited() {
    return limit != null || offset != null;
  }

  void key(KeyBuilder keys) {
    keys.elements(orderBy).optional(limit).optional(offset).add(measure);
  }

  Paging rebuilt(Rewriter parts) {
    List<Node> newOrder = parts.nodes(orderBy);
    Node newLimit = parts.optional(limit);
    Node newOffset = parts.optional(offset);
    boolean same = newOrder == orderBy && newLimit == limit && newOffset == offset;
    return same ? this : new Paging(newOrder, newLimit, newOffset, measure);
  }

  void forEachPart(java.util.function.Consumer<? super Element> action) {
    orderBy.forEach(action);
    if (limit != null) {
      action.accept(limit);
    }
    if (offset != null) {
      action.accept(offset);
    }
  }

  /** What a limit counts. */
  public enum Measure {
    /** Rows. */
    ROWS,
    /** Rows, and those that are equal in order to the last. */
    ROWS_WITH_TIES,
    /** Parts of a hundred of all rows. */
    PERCENT,
    /** Parts of a hundred of all rows, and those that are equal in order to the last. */
    PERCENT_WITH_TIES
  }
}
