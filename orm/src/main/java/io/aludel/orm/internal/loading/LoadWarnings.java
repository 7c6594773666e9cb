package io.aludel.orm.internal.loading;

import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.mapping.RelationshipProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What loading finds strange and goes on with. */
final class LoadWarnings {
  private static final Logger LOG = LoggerFactory.getLogger("io.aludel.orm.loading");

  private LoadWarnings() {}

  static void severalForOne(RelationshipProperty relationship, EntityState owner) {
    LOG.warn(
        "{} of {} is one object, and several rows were found; the first is taken.",
        relationship,
        owner);
  }
}
