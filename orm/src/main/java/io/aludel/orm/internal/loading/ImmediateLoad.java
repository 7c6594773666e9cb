package io.aludel.orm.internal.loading;

import io.aludel.orm.internal.loading.LazyLoad.Occasion;
import io.aludel.orm.internal.loading.Occurrence.FollowUp;
import io.aludel.orm.internal.option.LoadTree;
import io.aludel.orm.weave.ManagedEntity;
import java.util.List;

/** Loads a relationship of each owner by itself, right after the owners (parity row ORM-QRY-16). */
final class ImmediateLoad {
  private final LazyLoad lazy;

  ImmediateLoad(LazyLoad lazy) {
    this.lazy = lazy;
  }

  void load(FollowUp work, List<ManagedEntity> owners, LoadTree tree, LoadRun run) {
    for (ManagedEntity owner : owners) {
      if (OwnerKeys.stateOf(owner).isUnloaded(owner, work.relationship().index())) {
        lazy.load(
            OwnerKeys.stateOf(owner),
            owner,
            new Occasion(work.relationship(), tree, work.stated(run.stated())),
            run.target());
      }
    }
  }
}
