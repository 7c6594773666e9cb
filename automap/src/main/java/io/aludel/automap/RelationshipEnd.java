package io.aludel.automap;

import io.aludel.ArgumentException;
import io.aludel.orm.mapping.Direction;
import io.aludel.schema.ForeignKey;
import io.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * One end of what a foreign key, or a table of links, says of two tables: where a class may get a
 * relationship. Immutable.
 *
 * @param direction what the end sees: one object, or a collection of one or the other kind
 * @param owner the table whose class gets the relationship
 * @param target the table whose class it leads to
 * @param key the foreign key behind it; with a table of links, the one of that table that leads to the
 *     target
 * @param link the table of links, or null
 */
public record RelationshipEnd(
    Direction direction,
    Table owner,
    Table target,
    ForeignKey key,
    @Nullable Table link) {
  /** Creates the end. */
  public RelationshipEnd {
    ArgumentException.requireNonNull(direction, "the direction of a relationship");
    ArgumentException.requireNonNull(owner, "the table of a relationship");
    ArgumentException.requireNonNull(target, "the table a relationship leads to");
    ArgumentException.requireNonNull(key, "the foreign key of a relationship");
  }
}
