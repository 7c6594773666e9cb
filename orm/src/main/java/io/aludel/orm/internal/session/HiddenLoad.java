package io.aludel.orm.internal.session;

import io.aludel.orm.LoadRefusedException;
import io.aludel.orm.OrmError;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.mapping.RelationshipProperty;

/** Makes the error of an attribute that was read where reading must not wait for the database. */
final class HiddenLoad {
  private HiddenLoad() {}

  static LoadRefusedException of(EntityState state, int index) {
    RelationshipProperty relationship = state.layout().relationship(index);
    String read = state.layout().describe(index);
    int dot = read.lastIndexOf('.');
    String attribute = read.substring(0, dot) + "_" + read.substring(dot);
    String option = relationship == null ? "undefer" : "selectinLoad";
    return new LoadRefusedException(
        OrmError.HIDDEN_LOAD,
        state.toString(),
        "Cannot read "
            + read
            + " of "
            + state
            + ": it is not loaded, and its session loads nothing when an attribute is read. Load it with"
            + " the object: options("
            + option
            + "("
            + attribute
            + ")); or load it now: session.load(object, "
            + attribute
            + ").");
  }
}
