package io.aludel.orm.internal.loading;

import io.aludel.orm.internal.loading.Occurrence.FollowUp;
import io.aludel.orm.internal.option.LoadTree;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.weave.ManagedEntity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the objects of an occurrence that lack a relationship, and loads it when the rows are read. */
final class OwnersWithout {
  private final FollowUp work;
  private final LoadTree tree;
  private final LoadRun run;
  private final Mapper<?> owner;
  private final List<ManagedEntity> owners = new ArrayList<>();
  private @Nullable ManagedEntity latest;

  OwnersWithout(FollowUp work, LoadTree tree, LoadRun run) {
    this.work = work;
    this.owner = work.relationship().owner();
    this.tree = tree;
    this.run = run;
    run.atEnd(this::finish);
  }

  void add(EntityState state, ManagedEntity entity) {
    if (entity == latest) {
      return;
    }
    latest = entity;
    if (state.layout().mapper().isA(owner)
        && (run.overwrites() || state.isUnloaded(entity, work.relationship().index()))) {
      owners.add(entity);
    }
  }

  private void finish() {
    Set<EntityState> once = new HashSet<>(owners.size() * 2);
    List<ManagedEntity> distinct = owners.stream()
        .filter(each -> once.add(OwnerKeys.stateOf(each)))
        .filter(this::isStillWithout)
        .toList();
    owners.clear();
    latest = null;
    if (!distinct.isEmpty()) {
      run.followUps().load(work, distinct, tree, run);
    }
  }

  /** What sub classes add may have been read meanwhile, and this with it. */
  private boolean isStillWithout(ManagedEntity entity) {
    return run.overwrites()
        || OwnerKeys.stateOf(entity).isUnloaded(entity, work.relationship().index());
  }
}
