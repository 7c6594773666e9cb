package io.aludel.orm.mapping.internal.join;

import io.aludel.schema.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way from one entity to another.
 *
 * @param primary what ties the owner to the target, or to the link table
 * @param secondary what ties the link table to the target; null without a link table
 * @param link the link table, or null
 * @param foreign where copies of the other end's columns lie
 */
public record Join(
    JoinPart primary,
    @Nullable JoinPart secondary,
    @Nullable Table link,
    End foreign) {
  /** Without a link table, by columns that are equal. */
  public static Join direct(List<EqualColumns> equal) {
    return direct(JoinPart.of(equal), equal.get(0).foreignEnd());
  }

  /** Without a link table. */
  public static Join direct(JoinPart part, End foreign) {
    return new Join(part, null, null, foreign);
  }

  /** Through a link table. */
  public static Join through(Table link, JoinPart owner, JoinPart target) {
    return new Join(owner, target, link, End.LINK);
  }

  /** The way back. */
  public Join turned() {
    return secondary == null
        ? new Join(primary.turned(), null, null, foreign.turned())
        : new Join(secondary.turned(), primary.turned(), link, foreign);
  }
}
