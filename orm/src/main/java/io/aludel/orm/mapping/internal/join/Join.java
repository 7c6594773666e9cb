package io.aludel.orm.mapping.internal.join;

import io.aludel.schema.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way from one entity to another.
 *
 * @param primary what is compared between owner and target, or between owner and link table
 * @param secondary what is compared between link table and target; empty without a link table
 * @param link the link table, or null
 */
public record Join(
    List<EqualColumns> primary,
    List<EqualColumns> secondary,
    @Nullable Table link) {
  /** Without a link table. */
  public static Join direct(List<EqualColumns> pairs) {
    return new Join(pairs, List.of(), null);
  }

  /** The way back. */
  public Join turned() {
    List<EqualColumns> first = turned(link == null ? primary : secondary);
    return new Join(first, turned(link == null ? List.of() : primary), link);
  }

  private static List<EqualColumns> turned(List<EqualColumns> pairs) {
    return pairs.stream().map(EqualColumns::turned).toList();
  }

  /** Whether the foreign key lies at an end. */
  public boolean isForeignAt(End end) {
    return primary.stream().anyMatch(pair -> pair.foreignEnd() == end);
  }
}
