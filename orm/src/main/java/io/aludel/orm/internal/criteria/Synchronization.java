package io.aludel.orm.internal.criteria;

import io.aludel.orm.Synchronize;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.mapping.internal.EntitySource;

/**
 * How one UPDATE or DELETE is kept in step with the session.
 *
 * @param layout the entity
 * @param target the entity as the statement mentions it
 * @param how what was asked for
 */
record Synchronization(EntityLayout layout, EntitySource target, Synchronize how) {}
