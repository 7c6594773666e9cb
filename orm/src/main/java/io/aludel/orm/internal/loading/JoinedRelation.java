package io.aludel.orm.internal.loading;

import io.aludel.orm.internal.loading.OccurrencePlan.JoinedPlan;
import io.aludel.orm.internal.option.LoadTree;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.weave.ManagedEntity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fills a relationship whose objects come with the rows of its owner. An owner that has the relationship
 * already keeps it, unless the execution overwrites.
 */
final class JoinedRelation {
  private final JoinedPlan plan;
  private final Hydrator target;
  private final LoadRun run;
  private final boolean givesKey;
  private final int index;
  private final Mapper<?> owners;
  private final Map<EntityState, Gathering> gatherings = new LinkedHashMap<>();
  private @Nullable EntityState lastOwner;
  private Gathering last = Gathering.NONE;

  JoinedRelation(JoinedPlan plan, LoadTree tree, LoadRun run) {
    this.plan = plan;
    this.givesKey = plan.givesKey();
    this.run = run;
    this.index = plan.relationship().index();
    this.owners = plan.relationship().owner();
    this.target = new Hydrator(plan.target(), tree.below(plan.relationship().name()), run);
    run.atEnd(this::finish);
  }

  /** Takes the related object of the present row. */
  void read(ResultSet row, EntityState owner, ManagedEntity entity) throws SQLException {
    ManagedEntity related = target.read(row, givesKey ? owner.identityKey() : null);
    if (owner != lastOwner) {
      lastOwner = owner;
      last = gathering(owner, entity);
    }
    if (related != null) {
      last.add(related);
    }
  }

  private Gathering gathering(EntityState state, ManagedEntity entity) {
    Gathering known = gatherings.get(state);
    if (known != null) {
      return known;
    }
    Gathering begun =
        state.layout().mapper().isA(owners) && (run.overwrites() || state.isUnloaded(entity, index))
            ? new Gathering(entity, plan.repeats())
            : Gathering.NONE;
    gatherings.put(state, begun);
    return begun;
  }

  private void finish() {
    for (Gathering gathering : gatherings.values()) {
      ManagedEntity entity = gathering.owner;
      if (entity != null) {
        RelatedObjects.fill(entity, plan.relationship(), gathering.members);
      }
    }
    gatherings.clear();
    lastOwner = null;
    last = Gathering.NONE;
  }

  /** The related objects of one owner, in row order, each once where rows repeat. */
  private static final class Gathering {
    static final Gathering NONE = new Gathering(null, false);

    final @Nullable ManagedEntity owner;
    final List<ManagedEntity> members = new ArrayList<>();
    private final @Nullable Set<ManagedEntity> seen;
    private @Nullable ManagedEntity latest;

    Gathering(@Nullable ManagedEntity owner, boolean repeats) {
      this.owner = owner;
      this.seen = repeats ? Collections.newSetFromMap(new IdentityHashMap<>()) : null;
    }

    void add(ManagedEntity member) {
      if (owner == null || member == latest) {
        return;
      }
      latest = member;
      if (seen == null || seen.add(member)) {
        members.add(member);
      }
    }
  }
}
