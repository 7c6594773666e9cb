package io.aludel.orm.internal.flush;

import io.aludel.Warnings;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.mapping.RelationshipProperty;

/** What a flush finds strange and goes on with. */
final class FlushWarnings {
  private static final Warnings WARNINGS = Warnings.of("io.aludel.orm.flush");

  private FlushWarnings() {}

  static void duplicateIdentity(EntityState present) {
    WARNINGS.warn(
        "A new object has the identity of {}, which the session holds and does not delete; the database"
            + " will decide about its INSERT.",
        present);
  }

  static void notInSession(EntityState owner, Object member, RelationshipProperty property) {
    WARNINGS.warn(
        "An object of {} related to {} by {} is not in the session, so the flush does not relate their"
            + " rows. Add it, or let the relationship cascade SAVE_UPDATE.",
        member.getClass().getName(),
        owner,
        property);
  }

  static void otherClass(WriteCommand command) {
    EntityLayout layout = command.table().layout();
    int index = layout.discriminator();
    if (index < 0 || !command.columns().get(index)) {
      return;
    }
    Object value = command.row().value(index);
    if (!layout.mapper().hierarchy().fits(value)) {
      WARNINGS.warn(
          "{} is stored with the discriminator '{}', which is not that of its class; it may come back as"
              + " another one, or not at all.",
          command.row().state(),
          value);
    }
  }

  static void versionNotVerified(EntityState state) {
    WARNINGS.warn(
        "The driver does not tell how many rows it met, so the version of {} could not be verified.",
        state);
  }

  static void deleteMatchedLess(EntityState state, int matched) {
    WARNINGS.warn(
        "DELETE of {} matched {} rows where one was expected: somebody else deleted it.",
        state,
        matched);
  }

  static void deleteMatchedLess(TableModel table, int expected, int matched) {
    WARNINGS.warn(
        "DELETE from {} matched {} rows where {} were expected: somebody else deleted the others.",
        table.table().name(),
        matched,
        expected);
  }
}
