package io.aludel.orm.async;

import io.aludel.ArgumentException;
import io.aludel.orm.ObjectStateException;
import io.aludel.orm.OrmError;
import io.aludel.orm.Session;
import io.aludel.orm.attribute.Attribute;
import io.aludel.orm.attribute.ValueAttribute;
import io.aludel.orm.internal.session.SessionCore;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.weave.ManagedEntity;

/** Loads attributes of an object because somebody said so, those that are loaded already excepted. */
final class ExplicitLoad {
  private final SessionCore core;
  private final EntityState state;
  private final ManagedEntity entity;

  private ExplicitLoad(SessionCore core, EntityState state, ManagedEntity entity) {
    this.core = core;
    this.state = state;
    this.entity = entity;
  }

  static ExplicitLoad of(Session session, Object object) {
    if (object instanceof ManagedEntity entity
        && entity.$state() instanceof EntityState state
        && state.owner() instanceof SessionCore core
        && core.session() == session) {
      return new ExplicitLoad(core, state, entity);
    }
    String subject =
        object instanceof ManagedEntity entity && entity.$state() instanceof EntityState state
            ? state.toString()
            : object.getClass().getSimpleName();
    throw new ObjectStateException(
        OrmError.OBJECT_STATE,
        subject,
        "Cannot load attributes of " + subject
            + ": it does not belong to this session. Get it from the session, or merge it first.");
  }

  void load(Attribute<?, ?> attribute) {
    ArgumentException.requireNonNull(attribute, "an attribute to load");
    for (int index : indexes(attribute)) {
      if (state.isUnloaded(entity, index)) {
        core.loadOnDemand(state, entity, index);
      }
    }
  }

  private int[] indexes(Attribute<?, ?> attribute) {
    return attribute instanceof ValueAttribute<?, ?> value
        ? core.objects().indexes(entity, value)
        : new int[] {state.layout().mapper().relationship(attribute.name()).index()};
  }
}
