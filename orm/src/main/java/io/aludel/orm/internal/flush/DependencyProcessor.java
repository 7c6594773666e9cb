package io.aludel.orm.internal.flush;

import io.aludel.orm.FlushException;
import io.aludel.orm.OrmError;
import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.annotation.PassiveDeletes;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.internal.state.LinkHistory;
import io.aludel.orm.internal.state.Passive;
import io.aludel.orm.mapping.ColumnPair;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.weave.ManagedEntity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a relationship has to say in a flush: which other rows take part because of a row, and what is
 * copied between them. One for each relationship; knows no flush, so that all share it.
 */
abstract sealed class DependencyProcessor
    permits OneToManyProcessor, ManyToOneProcessor, ManyToManyProcessor {
  private final RelationshipProperty property;
  private final boolean refersToKey;
  private volatile @Nullable Resolved resolved;

  /** Where the copied columns lie in rows of two mappers; kept for the next rows of the same. */
  private record Resolved(EntityModel from, EntityModel to, Link.Pairs pairs) {}

  DependencyProcessor(RelationshipProperty property) {
    this.property = property;
    this.refersToKey =
        property.join().copied().stream().allMatch(pair -> pair.from().isPrimaryKey());
  }

  static DependencyProcessor of(RelationshipProperty property) {
    return switch (property.direction()) {
      case ONE_TO_MANY -> new OneToManyProcessor(property);
      case MANY_TO_ONE -> new ManyToOneProcessor(property);
      case MANY_TO_MANY -> new ManyToManyProcessor(property);
    };
  }

  /** Tells which other rows take part because of {@code row}; may be asked again when it changed. */
  abstract void spread(FlushRow row, Rows rows);

  /** Makes links, now that all rows and their intents are known. */
  abstract void link(FlushRow row, Rows rows);

  final RelationshipProperty property() {
    return property;
  }

  /** Whether a row that is saved has anything to say of this relationship. */
  final boolean isChanged(FlushRow row) {
    return row.isNew() || row.state().isLinkChanged(property.index());
  }

  /** Whether a row that is saved may have been related to others before: a new one was to none. */
  final boolean mayHaveParted(FlushRow row) {
    return !row.isNew() && row.state().isLinkChanged(property.index());
  }

  /** What happened to the relationship, from memory. */
  final LinkHistory history(FlushRow row) {
    return row.state().links(row.entity(), property.index(), Passive.NO_LOAD);
  }

  /** What happened to the relationship, loading it unless its rows are deleted unseen. */
  final LinkHistory historyForDelete(FlushRow row) {
    boolean load = switch (property.passiveDeletes()) {
      case LOAD -> true;
      case BY_STATEMENT -> !row.unloaded().contains(property);
      case TRUST, NEVER_NULL -> false;
    };
    return load ? loadedHistory(row) : history(row);
  }

  /**
   * What unloaded rows refer to a row by, if a statement is to delete them with it; otherwise null. The row
   * has to go itself, and not merely be taken over.
   */
  final @Nullable Object keyOfUnloaded(FlushRow row) {
    if (property.passiveDeletes() != PassiveDeletes.BY_STATEMENT
        || !row.isDeleted()
        || !(property.isWriteOnly() || row.isUnloaded(property.index()))) {
      return null;
    }
    int[] referred = property.join().copied().stream()
        .mapToInt(pair -> row.model().indexOf(pair.from()))
        .toArray();
    return RowValues.stored(row, referred);
  }

  /** What happened to the relationship, loading it if it is not loaded. */
  final LinkHistory loadedHistory(FlushRow row) {
    return row.state().links(row.entity(), property.index(), Passive.MAY_LOAD);
  }

  final boolean cascades(Cascade cascade) {
    return property.cascades(cascade);
  }

  /** The record of a related object; null, with a warning, if it is not in the session. */
  final @Nullable EntityState member(FlushRow owner, @Nullable Object member, Rows rows) {
    if (member == null && !property.isCollection()) {
      return null;
    }
    if (member == null) {
      throw new FlushException(
          OrmError.WRONG_MEMBER,
          "Cannot flush " + owner + ": " + property
              + " holds null. Remove it from the collection.");
    }
    if (!property.target().type().isInstance(member)) {
      throw new FlushException(
          OrmError.WRONG_MEMBER,
          "Cannot flush "
              + owner
              + ": "
              + property
              + " holds a "
              + member.getClass().getName()
              + ", and takes "
              + property.target().type().getName()
              + " only. Remove it.");
    }
    EntityState state =
        ((ManagedEntity) member).$state() instanceof EntityState known ? known : null;
    if (state == null || !rows.target().holds(state)) {
      FlushWarnings.notInSession(owner.state(), member, property);
      return null;
    }
    return state;
  }

  /** The record of an object that was related once; null if the session has nothing to do with it. */
  static @Nullable EntityState formerMember(@Nullable Object member, Rows rows) {
    return member instanceof ManagedEntity entity
            && entity.$state() instanceof EntityState state
            && rows.target().holds(state)
        ? state
        : null;
  }

  /** Whether an object that left is to be deleted. */
  final boolean isOrphan(EntityState state) {
    return cascades(Cascade.DELETE_ORPHAN)
        && state.hasIdentity()
        && !state.hasParent(property)
        && (!state.layout().mapper().rules().isOrphanOfAll() || state.isOrphan());
  }

  /** Where the columns of some pairs lie in rows of two mappers. */
  final Link.Pairs pairs(List<ColumnPair> copied, EntityModel from, EntityModel to) {
    Resolved known = resolved;
    if (known != null && known.from() == from && known.to() == to) {
      return known.pairs();
    }
    int[] sources = new int[copied.size()];
    int[] destinations = new int[copied.size()];
    for (int i = 0; i < sources.length; i++) {
      sources[i] = from.indexOf(copied.get(i).from());
      destinations[i] = to.indexOf(copied.get(i).to());
    }
    Link.Pairs pairs = new Link.Pairs(sources, destinations);
    resolved = new Resolved(from, to, pairs);
    return pairs;
  }

  /** Whether the columns of a stored row that others refer to change. */
  final boolean movesSource(FlushRow row) {
    if (refersToKey) {
      return row.keyMoves();
    }
    if (row.isNew()) {
      return false;
    }
    for (ColumnPair pair : property.join().copied()) {
      int index = row.model().indexOf(pair.from());
      if (row.state().isRecorded(index) && row.state().differs(row.entity(), index)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return property.toString();
  }
}
