package io.aludel.orm.internal.loading;

import io.aludel.orm.FetchMode;
import io.aludel.orm.internal.option.LoadTree;
import io.aludel.orm.internal.state.Attachment;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.internal.state.IdentityMap;
import io.aludel.orm.weave.ManagedEntity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
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
  private final @Nullable Origin origin;
  private final boolean grouped;
  private final JoinedRelation[] joined;
  private final OwnersWithout[] followed;

  /** For an object by itself. */
  Hydrator(EntityPlan plan, LoadTarget target, boolean overwrite) {
    this.plan = plan;
    this.identities = target.identities();
    this.attachment = target.attachment();
    this.overwrite = overwrite;
    this.factory = Objects.requireNonNull(plan.layout().shape().factory());
    this.buffer = new Object[plan.layout().size()];
    this.origin = null;
    this.grouped = false;
    this.joined = new JoinedRelation[0];
    this.followed = new OwnersWithout[0];
  }

  /** For an occurrence in a statement, with what is loaded along. */
  Hydrator(OccurrencePlan occurrence, LoadTree tree, LoadRun run) {
    this.plan = occurrence.columns();
    this.identities = run.target().identities();
    this.attachment = run.target().attachment();
    this.overwrite = run.overwrites();
    this.factory = Objects.requireNonNull(plan.layout().shape().factory());
    this.buffer = new Object[plan.layout().size()];
    this.grouped = run.target().fetchMode() == FetchMode.PEERS;
    this.origin = tree.isEmpty() && !grouped ? null : new Origin(tree);
    this.joined = occurrence.joined().stream()
        .map(each -> new JoinedRelation(each, tree, run))
        .toArray(JoinedRelation[]::new);
    this.followed = occurrence.followUps().stream()
        .map(each -> new OwnersWithout(each, tree, run))
        .toArray(OwnersWithout[]::new);
  }

  /** The object of the present row, or null where an outer join found none. */
  @Nullable ManagedEntity read(ResultSet row) throws SQLException {
    Object key = plan.readKey(row, buffer);
    if (key == null) {
      return null;
    }
    EntityState state = identities.find(plan.layout(), key);
    ManagedEntity entity = state == null ? null : state.get();
    if (state == null || entity == null) {
      entity = factory.get();
      state = create(row, entity, key);
    } else if (overwrite) {
      overwrite(row, state, entity);
    } else if (state.hasUnloadedColumns(entity)) {
      fill(plan, row, state, entity);
    }
    if (joined.length > 0 || followed.length > 0) {
      readRelations(row, state, entity);
    }
    return entity;
  }

  private void readRelations(ResultSet row, EntityState state, ManagedEntity entity)
      throws SQLException {
    for (JoinedRelation each : joined) {
      each.read(row, state, entity);
    }
    for (OwnersWithout each : followed) {
      each.add(state, entity);
    }
  }

  private EntityState create(ResultSet row, ManagedEntity entity, Object key) throws SQLException {
    plan.readRest(row, buffer);
    entity.$writeAll(buffer);
    EntityState state = EntityState.loaded(entity, plan.layout(), key, attachment);
    plan.keepHidden(state, entity, buffer);
    if (!plan.readsAll()) {
      plan.markLeftOut(state, entity);
    }
    if (origin != null) {
      remember(origin, state);
    }
    identities.put(state);
    return state;
  }

  private void remember(Origin place, EntityState state) {
    state.origin(place);
    if (grouped) {
      place.join(state);
    }
  }

  private void overwrite(ResultSet row, EntityState state, ManagedEntity entity)
      throws SQLException {
    for (int i = 0; i < plan.attributes().length; i++) {
      int index = plan.attributes()[i];
      state.write(entity, index, plan.read(row, i));
    }
    state.commitChanges(entity);
    state.allLoaded(entity);
    if (!plan.readsAll()) {
      plan.markLeftOut(state, entity);
    }
  }

  /** Fills the attributes that have no value from the present row. */
  static void fill(EntityPlan plan, ResultSet row, EntityState state, ManagedEntity entity)
      throws SQLException {
    for (int i = 0; i < plan.attributes().length; i++) {
      int index = plan.attributes()[i];
      if (state.isUnloaded(entity, index)) {
        state.write(entity, index, plan.read(row, i));
        state.markLoaded(entity, index);
      }
    }
  }
}
