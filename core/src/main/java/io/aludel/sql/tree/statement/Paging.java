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
 */
public record Paging(
    List<Node> orderBy, @Nullable Node limit, @Nullable Node offset) {
  /** No order, all rows. */
  public static final Paging NONE = new Paging(List.of(), null, null);

  void key(KeyBuilder keys) {
    keys.elements(orderBy).optional(limit).optional(offset);
  }

  Paging rebuilt(Rewriter parts) {
    List<Node> newOrder = parts.nodes(orderBy);
    Node newLimit = parts.optional(limit);
    Node newOffset = parts.optional(offset);
    boolean same = newOrder == orderBy && newLimit == limit && newOffset == offset;
    return same ? this : new Paging(newOrder, newLimit, newOffset);
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
}
