package io.aludel.orm.internal.loading;

import io.aludel.orm.internal.state.Attachment;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.internal.state.IdentityMap;
import io.aludel.orm.weave.ManagedEntity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows into the objects of one session. An object that is there keeps every value it has, and gets
 * those it lacks; a new one is filled at once, from one reused array.
 */
final class Hydrator {
  private final EntityPlan plan;
  private final IdentityMap identities;
  private final Attachment attachment;
  private final boolean overwrite;
  private final Supplier<ManagedEntity> factory;
  private final @Nullable Object[] buffer;

  Hydrator(EntityPlan plan, LoadTarget target, boolean overwrite) {
    this.plan = plan;
    this.identities = target.identities();
    this.attachment = target.attachment();
    this.overwrite = overwrite;
    this.factory = Objects.requireNonNull(plan.layout().shape().factory());
    this.buffer = new Object[plan.layout().size()];
  }

  /** The object of the present row, or null where an outer join found none. */
  @Nullable ManagedEntity read(ResultSet row) throws SQLException {
    Object key = plan.readKey(row, buffer);
    if (key == null) {
      return null;
    }
    EntityState state = identities.find(plan.layout(), key);
    ManagedEntity present = state == null ? null : state.get();
    if (state == null || present == null) {
      return create(row, key);
    }
    if (overwrite) {
      overwrite(row, state, present);
    } else if (state.hasUnloadedColumns(present)) {
      fill(plan, row, state, present);
    }
    return present;
  }

  private ManagedEntity create(ResultSet row, Object key) throws SQLException {
    ManagedEntity entity = factory.get();
    plan.readRest(row, buffer);
    entity.$writeAll(buffer);
    EntityState state = EntityState.loaded(entity, plan.layout(), key, attachment);
    for (int index = plan.layout().fields(); index < buffer.length; index++) {
      state.write(entity, index, buffer[index]);
    }
    identities.put(state);
    plan.layout().listeners().loaded(entity);
    return entity;
  }

  private void overwrite(ResultSet row, EntityState state, ManagedEntity entity)
      throws SQLException {
    for (int i = 0; i < plan.attributes().length; i++) {
      int index = plan.attributes()[i];
      state.write(entity, index, plan.read(row, i));
    }
    state.commitChanges(entity);
    state.allLoaded(entity);
    plan.layout().listeners().refreshed(entity, Set.of());
  }

  /** Fills the attributes that have no value from the present row. */
  static void fill(EntityPlan plan, ResultSet row, EntityState state, ManagedEntity entity)
      throws SQLException {
    boolean tells = plan.layout().listeners().wantsRefresh();
    Set<String> filled = tells ? new LinkedHashSet<>() : Set.of();
    for (int i = 0; i < plan.attributes().length; i++) {
      int index = plan.attributes()[i];
      if (state.isUnloaded(entity, index)) {
        state.write(entity, index, plan.read(row, i));
        state.markLoaded(entity, index);
        if (tells) {
          filled.add(plan.layout().nameOf(index));
        }
      }
    }
    if (tells) {
      plan.layout().listeners().refreshed(entity, filled);
    }
  }
}
