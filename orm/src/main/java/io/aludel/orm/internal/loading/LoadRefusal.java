package io.aludel.orm.internal.loading;

import io.aludel.orm.LoadRefusedException;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.mapping.RelationshipProperty;

/** Makes the errors of loads that were refused, with the option that would have loaded. */
final class LoadRefusal {
  private LoadRefusal() {}

  /** The option that loads a relationship along. */
  static String cure(RelationshipProperty relationship) {
    return "options(selectinLoad(" + relationship.owner().entityName() + "_." + relationship.name()
        + "))";
  }

  static LoadRefusedException of(EntityState state, RelationshipProperty relationship) {
    return new LoadRefusedException(
        state.toString(),
        "Cannot load "
            + relationship
            + " of "
            + state
            + ": an option, the mapping or the session refuses to load it when it is read. Load it with"
            + " the object: "
            + cure(relationship)
            + ".");
  }

  static LoadRefusedException of(EntityState state, String attribute) {
    return new LoadRefusedException(
        state.toString(),
        "Cannot load "
            + attribute
            + " of "
            + state
            + ": an option or the mapping refuses to load it when it is read. Load it with the object:"
            + " options(undefer(…)).");
  }
}
