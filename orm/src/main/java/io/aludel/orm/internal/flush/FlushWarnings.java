package io.aludel.orm.internal.flush;

import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.mapping.RelationshipProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a flush finds strange and goes on with. */
final class FlushWarnings {
  private static final Logger LOG = LoggerFactory.getLogger("io.aludel.orm.flush");

  private FlushWarnings() {}

  static void duplicateIdentity(EntityState present) {
    LOG.warn(
        "A new object has the identity of {}, which the session holds and does not delete; the database"
            + " will decide about its INSERT.",
        present);
  }

  static void notInSession(EntityState owner, Object member, RelationshipProperty property) {
    LOG.warn(
        "An object of {} related to {} by {} is not in the session, so the flush does not relate their"
            + " rows. Add it, or let the relationship cascade SAVE_UPDATE.",
        member.getClass().getName(),
        owner,
        property);
  }

  static void versionNotVerified(EntityState state) {
    LOG.warn(
        "The driver does not tell how many rows it met, so the version of {} could not be verified.",
        state);
  }

  static void deleteMatchedLess(EntityState state, int matched) {
    LOG.warn(
        "DELETE of {} matched {} rows where one was expected: somebody else deleted it.",
        state,
        matched);
  }
}
