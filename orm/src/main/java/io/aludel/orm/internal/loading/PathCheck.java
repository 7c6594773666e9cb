package io.aludel.orm.internal.loading;

import io.aludel.orm.internal.option.Hop;
import io.aludel.orm.internal.option.LoadEntry;
import io.aludel.orm.internal.state.EntityLayout;
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
      layouts.apply(hop.owner()).mapper().relationship(hop.attribute());
      reached = hop.target();
    }
  }
}
