package io.aludel.orm.internal.flush;

import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.annotation.PassiveDeletes;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.internal.state.LinkHistory;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.weave.ManagedEntity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The members refer to the owner: they get its key, and lose it. */
final class OneToManyProcessor extends DependencyProcessor {
  OneToManyProcessor(RelationshipProperty property) {
    super(property);
  }

  @Override
  void spread(FlushRow row, Rows rows) {
    if (row.isLeaving()) {
      spreadDeleted(row, rows);
    } else {
      spreadSaved(row, rows);
    }
  }

  private void spreadSaved(FlushRow row, Rows rows) {
    boolean moves = movesSource(row);
    if (!moves && !isChanged(row)) {
      return;
    }
    LinkHistory history =
        moves && !property().isPassiveUpdates() ? loadedHistory(row) : history(row);
    for (Object member : history.added()) {
      EntityState state = member(row, member, rows);
      if (state != null) {
        rows.keep(state, property());
      }
    }
    for (Object member : history.deleted()) {
      part(formerMember(member, rows), rows);
    }
    if (moves) {
      history.unchanged().forEach(member -> follow(row, formerMember(member, rows), rows));
    }
  }

  private void part(@Nullable EntityState state, Rows rows) {
    if (state == null) {
      return;
    }
    if (isOrphan(state)) {
      rows.delete(state, property());
    } else {
      rows.save(state);
    }
  }

  private void follow(FlushRow row, @Nullable EntityState state, Rows rows) {
    if (state == null) {
      return;
    }
    FlushRow member = property().isPassiveUpdates() ? rows.follow(state) : rows.save(state);
    if (member != null && !member.isNew()) {
      for (int index : pairs(row, member).to()) {
        if (member.model().layout().isKey(index)) {
          rows.moveKey(member);
        }
      }
    }
  }

  private void spreadDeleted(FlushRow row, Rows rows) {
    if (property().passiveDeletes() == PassiveDeletes.NEVER_NULL) {
      return;
    }
    Object key = keyOfUnloaded(row);
    if (key != null) {
      deleteUnloaded(row, key, rows);
    }
    LinkHistory history = historyForDelete(row);
    for (Object member : history.deleted()) {
      part(formerMember(member, rows), rows);
    }
    for (Object member : history.added()) {
      EntityState state = formerMember(member, rows);
      if (state != null) {
        rows.save(state);
      }
    }
    for (Object member : history.unchanged()) {
      EntityState state = formerMember(member, rows);
      if (state != null && cascades(Cascade.DELETE)) {
        rows.delete(state, property());
      } else if (state != null) {
        rows.save(state);
      }
    }
  }

  /** Members that are in the session by another way go as those of a loaded collection do. */
  private void deleteUnloaded(FlushRow row, Object key, Rows rows) {
    row.leavesUnloaded(property());
    Link.Pairs pairs =
        pairs(property().join().copied(), row.model(), rows.modelOf(property().target()));
    List<@Nullable Object> parted = history(row).deleted();
    for (EntityState member : rows.referring(property(), pairs.to(), key)) {
      ManagedEntity entity = member.get();
      if (parted.stream().noneMatch(each -> each == entity)) {
        rows.delete(member, property());
      }
    }
  }

  @Override
  void link(FlushRow row, Rows rows) {
    if (row.isLeaving()) {
      linkDeleted(row, rows);
      return;
    }
    boolean moves = movesSource(row);
    if (!moves && !isChanged(row)) {
      return;
    }
    LinkHistory history = history(row);
    for (Object member : history.added()) {
      give(row, formerMember(member, rows), rows);
    }
    if (property().passiveDeletes() != PassiveDeletes.NEVER_NULL) {
      history.deleted().forEach(member -> clear(row, formerMember(member, rows), rows));
    }
    if (moves) {
      history.unchanged().forEach(member -> give(row, formerMember(member, rows), rows));
    }
  }

  private void give(FlushRow row, @Nullable EntityState state, Rows rows) {
    FlushRow member = state == null ? null : rows.find(state);
    if (member != null && !member.isLeaving()) {
      rows.link(member, new Link(property(), row.entity(), pairs(row, member)));
    }
  }

  private void clear(FlushRow row, @Nullable EntityState state, Rows rows) {
    FlushRow member = state == null ? null : rows.find(state);
    if (member != null && !member.isLeaving() && !member.isNew()) {
      rows.link(member, new Link(property(), null, pairs(row, member)));
    }
  }

  private void linkDeleted(FlushRow row, Rows rows) {
    if (property().passiveDeletes() == PassiveDeletes.NEVER_NULL) {
      return;
    }
    LinkHistory history = history(row);
    history.deleted().forEach(member -> leave(row, formerMember(member, rows), rows));
    history.added().forEach(member -> leave(row, formerMember(member, rows), rows));
    history.unchanged().forEach(member -> leave(row, formerMember(member, rows), rows));
  }

  private void leave(FlushRow row, @Nullable EntityState state, Rows rows) {
    FlushRow member = state == null ? null : rows.find(state);
    if (member == null) {
      return;
    }
    clear(row, state, rows);
    rows.leave(member, row, property());
  }

  private Link.Pairs pairs(FlushRow row, FlushRow member) {
    return pairs(property().join().copied(), row.model(), member.model());
  }
}
