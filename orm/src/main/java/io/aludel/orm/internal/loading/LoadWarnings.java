package io.aludel.orm.internal.loading;

import io.aludel.Warnings;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.mapping.RelationshipProperty;

/** What loading finds strange and goes on with. */
final class LoadWarnings {
  private static final Warnings WARNINGS = Warnings.of("io.aludel.orm.loading");

  private LoadWarnings() {}

  static void severalForOne(RelationshipProperty relationship, EntityState owner) {
    WARNINGS.warn(
        "{} of {} is one object, and several rows were found; the first is taken.",
        relationship,
        owner);
  }
}
