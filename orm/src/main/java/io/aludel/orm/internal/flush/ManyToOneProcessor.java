package io.aludel.orm.internal.flush;

import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.annotation.PassiveDeletes;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.internal.state.LinkHistory;
import io.aludel.orm.mapping.ColumnPair;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.weave.ManagedEntity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The owner refers to one object: it gets that one's key. */
final class ManyToOneProcessor extends DependencyProcessor {
  ManyToOneProcessor(RelationshipProperty property) {
    super(property);
  }

  @Override
  void spread(FlushRow row, Rows rows) {
    if (row.isLeaving()) {
      spreadDeleted(row, rows);
    } else if (mayHaveParted(row)) {
      for (Object former : history(row).deleted()) {
        deleteIfOrphan(formerMember(former, rows), rows);
      }
    }
  }

  private void deleteIfOrphan(@Nullable EntityState former, Rows rows) {
    if (former != null && isOrphan(former)) {
      rows.delete(former, property());
    }
  }

  private void spreadDeleted(FlushRow row, Rows rows) {
    if (!cascades(Cascade.DELETE) && !cascades(Cascade.DELETE_ORPHAN)) {
      return;
    }
    LinkHistory history = historyForDelete(row);
    List<@Nullable Object> targets = new ArrayList<>(history.present());
    if (cascades(Cascade.DELETE_ORPHAN)) {
      targets.addAll(history.deleted());
    }
    for (Object target : targets) {
      EntityState state = formerMember(target, rows);
      if (state != null) {
        rows.delete(state, property());
      }
    }
  }

  @Override
  void link(FlushRow row, Rows rows) {
    if (row.isLeaving()) {
      LinkHistory history = property().isPostUpdate() ? historyForDelete(row) : history(row);
      for (Object target : history.sum()) {
        leaveDeleted(row, formerMember(target, rows), rows);
      }
    } else if (isChanged(row)) {
      LinkHistory history = history(row);
      for (Object target : history.added()) {
        give(row, target, rows);
      }
      for (Object former : history.deleted()) {
        leave(row, formerMember(former, rows), rows);
      }
    }
  }

  /** Null on a new object says nothing: a foreign key attribute set beside it stands. */
  private void give(FlushRow row, @Nullable Object target, Rows rows) {
    if (target == null) {
      if (!row.isNew()) {
        EntityModel targets = rows.modelOf(property().target());
        rows.link(row, new Link(property(), null, pairs(copied(), targets, row.model())));
      }
      return;
    }
    EntityState state = member(row, target, rows);
    if (state != null && !clearsItself(state, rows)) {
      EntityModel targets = rows.modelOf(state);
      ManagedEntity entity = (ManagedEntity) target;
      rows.link(row, new Link(property(), entity, pairs(copied(), targets, row.model())));
    }
  }

  /** Whether a target goes in this flush, and its own side clears what refers to it. */
  private boolean clearsItself(EntityState state, Rows rows) {
    FlushRow target = state.hasIdentity() ? rows.find(state) : null;
    RelationshipProperty reverse = property().reverse();
    return target != null
        && target.isDeleted()
        && reverse != null
        && reverse.passiveDeletes() != PassiveDeletes.NEVER_NULL;
  }

  private void leave(FlushRow row, @Nullable EntityState former, Rows rows) {
    FlushRow target = former == null ? null : rows.find(former);
    if (target != null && target.isDeleted()) {
      rows.leave(row, target, property());
    }
  }

  private void leaveDeleted(FlushRow row, @Nullable EntityState former, Rows rows) {
    FlushRow target = former == null ? null : rows.find(former);
    if (target == null || !target.isDeleted() || !row.isDeleted()) {
      return;
    }
    if (property().isPostUpdate()) {
      Link.Pairs pairs = pairs(copied(), target.model(), row.model());
      rows.postUpdates(property()).clear(row, target, new Link(property(), null, pairs));
    } else {
      rows.leave(row, target, property());
    }
  }

  /** The key of {@code target} changes: what refers to it, as far as loaded, follows. */
  void follow(FlushRow target, Rows rows) {
    EntityModel owners = rows.modelOf(property().owner());
    List<FlushRow> referring = new ArrayList<>();
    rows.target().identities().forEach(owners.layout(), (state, entity) -> {
      if (property().owner().type().isInstance(entity)
          && !state.isUnloaded(entity, property().index())
          && !state.isLinkChanged(property().index())
          && entity.$read(property().index()) == target.entity()) {
        FlushRow row = property().isPassiveUpdates() ? rows.follow(state) : rows.save(state);
        if (row != null && !row.isLeaving()) {
          referring.add(row);
        }
      }
    });
    for (FlushRow row : referring) {
      Link.Pairs pairs = pairs(copied(), target.model(), row.model());
      rows.link(row, new Link(property(), target.entity(), pairs));
    }
  }

  private List<ColumnPair> copied() {
    return property().join().copied();
  }
}
