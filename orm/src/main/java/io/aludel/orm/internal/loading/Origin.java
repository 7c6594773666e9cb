package io.aludel.orm.internal.loading;

import io.aludel.orm.internal.option.LoadTree;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.internal.state.LoadOrigin;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.sql.tree.statement.StatementOption;
import java.util.ArrayList;
import java.util.List;

/**
 * What an object remembers of the statement that loaded it: the wishes for its place, which its later
 * loads follow (parity row ORM-QRY-11), and in peers mode who else was loaded there. Shared by all objects
 * of one place in one result. Holds records, and by them no object.
 */
final class Origin implements LoadOrigin {
  private final LoadTree tree;
  private final List<StatementOption> lasting;
  private final List<EntityState> peers = new ArrayList<>();

  Origin(LoadTree tree, List<StatementOption> lasting) {
    this.tree = tree;
    this.lasting = lasting;
  }

  /** What the place of an object wishes for it. */
  static LoadTree wishes(EntityState state) {
    return state.origin() instanceof Origin origin ? origin.tree : LoadTree.EMPTY;
  }

  /** What later loads of an object must hear of. */
  static List<StatementOption> lasting(EntityState state) {
    return state.origin() instanceof Origin origin ? LoadOptions.now(origin.lasting) : List.of();
  }

  void join(EntityState state) {
    peers.add(state);
  }

  /** The objects of the place that still lack an attribute and belong to the session of one of them. */
  List<ManagedEntity> lacking(int index, EntityState one) {
    List<ManagedEntity> found = new ArrayList<>();
    for (EntityState state : peers) {
      ManagedEntity entity = state.get();
      if (entity != null
          && state.isPersistent()
          && state.owner() == one.owner()
          && state.isUnloaded(entity, index)) {
        found.add(entity);
      }
    }
    return found;
  }
}
