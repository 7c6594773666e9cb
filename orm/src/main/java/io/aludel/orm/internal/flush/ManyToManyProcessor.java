package io.aludel.orm.internal.flush;

import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.internal.state.LinkHistory;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.weave.ManagedEntity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Owner and member are related by a row of a link table. */
final class ManyToManyProcessor extends DependencyProcessor {
  private volatile @Nullable RelationshipProperty canonical;

  ManyToManyProcessor(RelationshipProperty property) {
    super(property);
  }

  private LinkRows links(Rows rows) {
    RelationshipProperty known = canonical;
    if (known == null) {
      known = LinkRows.canonical(property());
      canonical = known;
    }
    return rows.linkRows(known);
  }

  @Override
  void spread(FlushRow row, Rows rows) {
    if (row.isLeaving()) {
      spreadDeleted(row, rows);
    } else if (mayHaveParted(row)) {
      for (Object former : history(row).deleted()) {
        EntityState state = formerMember(former, rows);
        if (state != null && isOrphan(state)) {
          rows.delete(state, property());
        }
      }
    }
  }

  private void spreadDeleted(FlushRow row, Rows rows) {
    if (keyOfUnloaded(row) != null) {
      row.leavesUnloaded(property());
    } else if (row.isDeleted()) {
      historyForDelete(row);
    }
    if (!cascades(Cascade.DELETE)) {
      return;
    }
    LinkHistory history = historyForDelete(row);
    for (Object member : history.unchanged()) {
      EntityState state = formerMember(member, rows);
      if (state != null) {
        rows.delete(state, property());
      }
    }
  }

  @Override
  void link(FlushRow row, Rows rows) {
    if (row.isLeaving()) {
      LinkHistory history = history(row);
      history.unchanged().forEach(member -> unlink(row, member, rows));
      history.deleted().forEach(member -> unlink(row, member, rows));
      return;
    }
    boolean moves = movesSource(row) && !property().isPassiveUpdates();
    if (!moves && !isChanged(row)) {
      return;
    }
    LinkHistory history = moves ? loadedHistory(row) : history(row);
    if (!history.added().isEmpty()) {
      relate(row, history.added(), rows);
    }
    history.deleted().forEach(member -> unlink(row, member, rows));
    if (moves) {
      history.unchanged().forEach(member -> move(row, formerMember(member, rows), rows));
    }
  }

  private void relate(FlushRow row, List<@Nullable Object> added, Rows rows) {
    LinkRows links = links(rows);
    for (Object member : added) {
      EntityState state = member(row, member, rows);
      FlushRow related = state == null ? null : rows.find(state);
      if (state != null && (related == null || !related.isLeaving())) {
        links.insert(row.state(), state, property());
      }
    }
  }

  private void unlink(FlushRow row, @Nullable Object member, Rows rows) {
    if (member instanceof ManagedEntity entity
        && entity.$state() instanceof EntityState state
        && state.hasIdentity()
        && !hasUnlinkedItself(state)) {
      links(rows).delete(row.state(), state, property());
    }
  }

  /** What was deleted by an earlier flush took its link rows along, if it knows the relationship too. */
  private boolean hasUnlinkedItself(EntityState state) {
    return state.wasDeleted() && property().reverse() != null;
  }

  private void move(FlushRow row, @Nullable EntityState state, Rows rows) {
    FlushRow related = state == null ? null : rows.find(state);
    if (state != null && (related == null || !related.isLeaving())) {
      links(rows).update(row.state(), state, property());
    }
  }
}
