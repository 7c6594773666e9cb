package io.aludel.orm.internal.loading;

import io.aludel.orm.LoadRefusedException;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.mapping.RelationshipProperty;

/** Makes the errors of loads that were refused, with the option that would have loaded. */
final class LoadRefusal {
  private LoadRefusal() {}

  static LoadRefusedException of(EntityState state, RelationshipProperty relationship) {
    String metamodel = relationship.owner().entityName() + "_." + relationship.name();
    return new LoadRefusedException(
        state.toString(),
        "Cannot load "
            + relationship
            + " of "
            + state
            + ": an option, the mapping or the session refuses to load it when it is read. Load it with"
            + " the object: options(selectinLoad("
            + metamodel
            + ")).");
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
