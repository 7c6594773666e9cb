package io.aludel.orm.internal.criteria;

import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.weave.ManagedEntity;

/**
 * An object of the session that a statement concerns.
 *
 * @param state its record
 * @param entity the object
 * @param sure whether its row is certainly met; false where memory cannot tell
 */
record Match(EntityState state, ManagedEntity entity, boolean sure) {}
