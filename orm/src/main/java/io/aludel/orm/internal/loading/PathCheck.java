package io.aludel.orm.internal.loading;

import io.aludel.orm.OrmError;
import io.aludel.orm.UnsupportedStatementException;
import io.aludel.orm.internal.option.Hop;
import io.aludel.orm.internal.option.LoadEntry;
import io.aludel.orm.internal.option.LoadWish;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import java.util.function.Function;

/** Checks that the steps of an option's path link up, and that relationships are named. */
final class PathCheck {
  private PathCheck() {}

  static void check(LoadEntry entry, Class<?> root, Function<Class<?>, EntityLayout> layouts) {
    Class<?> reached = root;
    for (Hop hop : entry.path()) {
      if (!hop.owner().isAssignableFrom(reached) && !reached.isAssignableFrom(hop.owner())) {
        throw SelectLowering.misplaced(
            entry, hop + " is no relationship of " + reached.getSimpleName());
      }
      if (layouts.apply(hop.owner()).mapper().relationship(hop.attribute()).isWriteOnly()) {
        requireNothingLoaded(entry, hop);
      }
      reached = hop.target();
    }
    requireKind(entry, layouts.apply(reached).mapper(), layouts);
  }

  /** What is never loaded as a whole cannot be loaded along, and nothing below it. */
  private static void requireNothingLoaded(LoadEntry entry, Hop writeOnly) {
    boolean last = entry.path().get(entry.path().size() - 1) == writeOnly;
    boolean loads =
        !(entry.wish() instanceof LoadWish.Relate relate) || relate.style().loadsAtOnce();
    if (!last || loads) {
      throw new UnsupportedStatementException(
          OrmError.WRITE_ONLY,
          "Cannot load "
              + (last ? writeOnly : "through " + writeOnly)
              + " by "
              + entry.wish().word()
              + ": the collection is write-only and never loaded as a whole. Leave the option out, and run the"
              + " statement that select() of the collection gives.");
    }
  }

  /** Refuses what an option wishes of an attribute that is not made for it. */
  private static void requireKind(
      LoadEntry entry, Mapper<?> reached, Function<Class<?>, EntityLayout> layouts) {
    if (entry.wish() instanceof LoadWish.Supplied supplied) {
      ColumnProperty<?> property = reached.findProperty(supplied.attribute());
      if (property != null && !property.isQueryExpression()) {
        throw wrongKind(
            "supply the SQL of " + property + " by withExpression",
            "it is no query expression, and has a value of its own",
            "Mark it @QueryExpression, or select the expression beside the entity.");
      }
    }
    if (entry.wish() instanceof LoadWish.Relate relate && relate.tuning().depth() != 0) {
      Hop last = entry.path().get(entry.path().size() - 1);
      if (!layouts.apply(last.owner()).mapper().hasCommonRoot(reached)) {
        throw wrongKind(
            "follow " + last + " again and again by " + relate.word(),
            "it leads to " + reached.entityName() + ", which has no such relationship",
            "Leave the depth out, and write the path to what is wanted below.");
      }
    }
  }

  private static UnsupportedStatementException wrongKind(String what, String reason, String cure) {
    return new UnsupportedStatementException(
        OrmError.LOADER_WRONG_KIND, "Cannot " + what + ": " + reason + ". " + cure);
  }
}
