package io.aludel.orm.mapping.internal.join;

import io.aludel.schema.Column;
import io.aludel.schema.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tables that a condition ties together.
 *
 * @param owner those of the entity that has the relationship; empty for the condition between link table
 *     and target
 * @param target those of the related entity
 * @param link the link table, or null
 * @param foreignIsFar where owner and target are the same, whether the far end holds the copies
 */
public record Ends(
    List<Table> owner, List<Table> target, @Nullable Table link, boolean foreignIsFar) {

  boolean isOwner(Column<?> column) {
    return owner.contains(column.table());
  }

  boolean isTarget(Column<?> column) {
    return target.contains(column.table());
  }

  boolean isLink(Column<?> column) {
    return column.table() == link;
  }

  boolean hasLink() {
    return link != null;
  }

  boolean isCircle() {
    return owner.stream().anyMatch(target::contains);
  }
}
