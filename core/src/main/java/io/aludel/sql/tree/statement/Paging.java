package io.aludel.sql.tree.statement;

import io.aludel.sql.tree.Element;
import io.aludel.sql.tree.KeyBuilder;
import io.aludel.sql.tree.Node;
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
