package io.aludel.orm.internal.state;

import io.aludel.orm.ObjectStateException;
import io.aludel.orm.OrmError;
import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.internal.collection.LiveCollection;
import io.aludel.orm.internal.collection.LiveCollections;
import io.aludel.orm.mapping.Direction;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.weave.ManagedEntity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps both sides of relationships in step (parity row ORM-REL-14). A change has two halves. First all
 * who may refuse are asked, of this side and of the other; then the sides change, and nobody is asked any
 * more. So a refusal leaves everything as it was, and no side ever answers the other.
 *
 * <p>The side on which the application made the change is written by its caller: the field by the woven
 * setter, the collection by itself.
 */
final class Links {
  private Links() {}

  /** The application assigns the field of a relationship. */
  static @Nullable Object assign(
      EntityState state,
      ManagedEntity entity,
      RelationshipProperty relationship,
      @Nullable Object value) {
    if (relationship.isWriteOnly() && value != null) {
      return WriteOnlyMembers.assign(state, entity, relationship, value);
    }
    return relationship.isCollection()
        ? assignCollection(state, entity, relationship, value)
        : assignReference(state, entity, relationship, value);
  }

  // References

  private static @Nullable Object assignReference(
      EntityState state,
      ManagedEntity entity,
      RelationshipProperty relationship,
      @Nullable Object value) {
    int index = relationship.index();
    if (state.isUnloaded(entity, index)
        && (needsOldValue(state, relationship) || Listening.wantsOldValue(state, index))) {
      state.load(entity, index);
    }
    Object old = OtherSide.current(state, entity, index);
    Object accepted = Listening.setting(state, entity, relationship, value, old);
    if (accepted != old) {
      refuseSecondParent(state, relationship, accepted);
      refuseStranger(state, relationship, accepted);
    }
    OtherSide other = OtherSide.of(state, relationship);
    if (other != null && accepted != old) {
      askOtherSideOfReference(entity, other, old, accepted);
    }
    OtherSide.set(state, entity, relationship, accepted, old);
    if (other != null && accepted != old) {
      changeOtherSideOfReference(entity, other, old, accepted);
    }
    if (accepted != old) {
      bringIn(state, relationship, accepted);
      letGo(relationship, old);
      letGoReverse(other, state);
    }
    return accepted;
  }

  /** The old value matters if somebody has to be told that it is gone, and the row names only its key. */
  private static boolean needsOldValue(EntityState state, RelationshipProperty relationship) {
    if (!state.hasIdentity() || state.owner() == null || relationship.isViewOnly()) {
      return false;
    }
    RelationshipProperty reverse = relationship.reverse();
    return relationship.hasActiveHistory()
        || relationship.direction() != Direction.MANY_TO_ONE
        || !relationship.join().isKeyLookup()
        || relationship.cascades(Cascade.DELETE_ORPHAN)
        || (reverse != null && reverse.cascades(Cascade.DELETE_ORPHAN));
  }

  private static void askOtherSideOfReference(
      ManagedEntity entity, OtherSide other, @Nullable Object old, @Nullable Object value) {
    if (other.isCollection()) {
      other.askRemove(old, entity);
      other.askAdd(value, entity);
      return;
    }
    other.askSet(old, null, entity);
    Object former = other.current(value);
    if (former instanceof ManagedEntity holder && holder != entity) {
      other.back().askSet(holder, null, value);
    }
    other.askSet(value, entity, former);
  }

  private static void changeOtherSideOfReference(
      ManagedEntity entity, OtherSide other, @Nullable Object old, @Nullable Object value) {
    if (other.isCollection()) {
      other.removeAll(old, entity);
      other.add(value, entity, 1);
      return;
    }
    other.set(old, null, entity);
    Object former = other.current(value);
    if (former instanceof ManagedEntity holder && holder != entity) {
      other.back().set(holder, null, value);
    }
    other.set(value, entity, former);
  }

  // Collections

  /** All who may refuse a new member are asked; what may be added is given back. */
  static @Nullable Object askAdd(
      EntityState state,
      ManagedEntity entity,
      RelationshipProperty relationship,
      @Nullable Object member) {
    Object accepted = Listening.adding(state, entity, relationship, member);
    refuseSecondParent(state, relationship, accepted);
    refuseStranger(state, relationship, accepted);
    OtherSide other = OtherSide.of(state, relationship);
    if (other == null) {
      return accepted;
    }
    if (other.isCollection()) {
      other.askAdd(accepted, entity);
      return accepted;
    }
    Object former = other.current(accepted);
    if (former != entity) {
      if (former instanceof ManagedEntity) {
        other.back().askRemove(former, accepted);
      }
      other.askSet(accepted, entity, former);
    }
    return accepted;
  }

  /** A member is about to be in the collection: the other side follows. */
  static void joined(
      EntityState state,
      ManagedEntity entity,
      RelationshipProperty relationship,
      @Nullable Object member) {
    OtherSide other = OtherSide.of(state, relationship);
    if (other != null && other.isCollection()) {
      other.add(member, entity, Integer.MAX_VALUE);
    } else if (other != null) {
      Object former = other.current(member);
      if (former != entity) {
        if (former instanceof ManagedEntity) {
          other.back().removeAll(former, member);
        }
        other.set(member, entity, former);
      }
    }
    OtherSide.noteAttached(relationship, state, member);
    bringIn(state, relationship, member);
  }

  /** All who may refuse the loss of a member are asked; so many occurrences will remain. */
  static void askRemove(
      EntityState state,
      ManagedEntity entity,
      RelationshipProperty relationship,
      @Nullable Object member,
      int remaining) {
    Listening.removing(state, entity, relationship, member);
    OtherSide other = OtherSide.of(state, relationship);
    if (other == null) {
      return;
    }
    if (other.isCollection()) {
      if (other.count(member, entity) > remaining) {
        other.askRemove(member, entity);
      }
    } else if (remaining == 0 && other.mayBe(member, entity)) {
      other.askSet(member, null, entity);
    }
  }

  /** One occurrence of a member is about to leave the collection: the other side follows. */
  static void left(
      EntityState state,
      ManagedEntity entity,
      RelationshipProperty relationship,
      @Nullable Object member,
      int remaining) {
    OtherSide other = OtherSide.of(state, relationship);
    if (other != null && other.isCollection()) {
      if (other.count(member, entity) > remaining) {
        other.remove(member, entity);
      }
    } else if (other != null && remaining == 0 && other.mayBe(member, entity)) {
      other.set(member, null, entity);
    }
    if (remaining == 0) {
      OtherSide.noteParted(relationship, state, member);
      letGo(relationship, member);
      letGoReverse(other, state);
    }
  }

  /** Another collection takes the place of the present one, which becomes a plain one. */
  private static Object assignCollection(
      EntityState state,
      ManagedEntity entity,
      RelationshipProperty relationship,
      @Nullable Object value) {
    int index = relationship.index();
    if (value == null) {
      throw new ObjectStateException(
          OrmError.NO_COLLECTION,
          state.toString(),
          "Cannot set "
              + relationship
              + " of "
              + state
              + " to null: a collection always exists, and may be empty. Assign an empty one, or"
              + " clear it.");
    }
    state.load(entity, index);
    Object before = entity.$read(index);
    LiveCollection present = LiveCollections.find(before);
    if (present == null) {
      throw new IllegalStateException("not adopted: " + relationship);
    }
    if (value == before) {
      return value;
    }
    List<@Nullable Object> wanted =
        Listening.replacing(state, entity, relationship, LiveCollections.membersOf(value));
    LiveCollection fresh = Relations.create(state, entity, index, value);
    CollectionLink link = new CollectionLink(entity, relationship);
    Exchange exchange = Exchange.between(Arrays.asList(present.members()), wanted);
    exchange.kept().forEach(link::addedAgain);
    List<@Nullable Object> accepted = link.exchanging(exchange.removed(), exchange.added());
    fresh.fill(exchange.result(accepted));
    Places.assigned(relationship, fresh);
    present.events(null);
    Object held = Relations.held(state, index, fresh);
    entity.$write(index, held);
    Listening.collectionReplaced(state, entity, index, present);
    return held;
  }

  /** What it takes to make one list of members of another, by identity. */
  private record Exchange(
      List<@Nullable Object> removed,
      List<@Nullable Object> kept,
      List<@Nullable Object> added,
      List<@Nullable Object> wanted,
      boolean[] isNew) {
    static Exchange between(List<@Nullable Object> present, List<@Nullable Object> wanted) {
      Map<@Nullable Object, Integer> there = new IdentityHashMap<>();
      present.forEach(member -> there.merge(member, 1, Integer::sum));
      List<@Nullable Object> kept = new ArrayList<>();
      List<@Nullable Object> added = new ArrayList<>();
      boolean[] isNew = new boolean[wanted.size()];
      for (int i = 0; i < isNew.length; i++) {
        Object member = wanted.get(i);
        Integer left = there.get(member);
        isNew[i] = left == null || left == 0;
        (isNew[i] ? added : kept).add(member);
        if (!isNew[i]) {
          there.merge(member, -1, Integer::sum);
        }
      }
      List<@Nullable Object> removed = new ArrayList<>();
      for (Object member : present) {
        Integer left = there.get(member);
        if (left != null && left > 0) {
          removed.add(member);
          there.put(member, left - 1);
        }
      }
      return new Exchange(removed, kept, added, wanted, isNew);
    }

    /** The members wanted, the new ones as they were accepted. */
    List<@Nullable Object> result(List<@Nullable Object> accepted) {
      List<@Nullable Object> result = new ArrayList<>(wanted.size());
      int next = 0;
      for (int i = 0; i < isNew.length; i++) {
        result.add(isNew[i] ? accepted.get(next++) : wanted.get(i));
      }
      return result;
    }
  }

  // Consequences

  private static void refuseSecondParent(
      EntityState state, RelationshipProperty relationship, @Nullable Object member) {
    if (!relationship.isSingleParent() || !(member instanceof ManagedEntity managed)) {
      return;
    }
    EntityState child = NewRecords.find(managed);
    EntityState parent = child == null ? null : child.parent(relationship);
    if (parent != null && parent != state) {
      throw new ObjectStateException(
          OrmError.SECOND_PARENT,
          String.valueOf(child),
          "Cannot put "
              + child
              + " into "
              + relationship
              + " of "
              + state
              + ": it is in that of "
              + parent
              + ", and the relationship allows a single parent. Take it out there first.");
    }
  }

  /** An object of a session brings what it is related to. */
  static void bringIn(
      EntityState state, RelationshipProperty relationship, @Nullable Object member) {
    StateOwner owner = state.owner();
    if (owner != null
        && member instanceof ManagedEntity managed
        && isBroughtIn(owner, relationship, managed)) {
      owner.related(state, managed);
    }
  }

  private static boolean isBroughtIn(
      StateOwner owner, RelationshipProperty relationship, ManagedEntity member) {
    return !relationship.isViewOnly()
        && relationship.cascades(Cascade.SAVE_UPDATE)
        && !(member.$state() instanceof EntityState known && known.owner() == owner);
  }

  /** What the session of an object could not take in is refused before anything changes. */
  private static void refuseStranger(
      EntityState state, RelationshipProperty relationship, @Nullable Object member) {
    StateOwner owner = state.owner();
    if (owner != null
        && member instanceof ManagedEntity managed
        && managed.$state() instanceof EntityState known
        && isBroughtIn(owner, relationship, managed)) {
      owner.requireAddable(known);
    }
  }

  /** A new object that loses the parent it cannot be without leaves the session. */
  private static void letGo(RelationshipProperty relationship, @Nullable Object member) {
    if (relationship.cascades(Cascade.DELETE_ORPHAN)
        && member instanceof ManagedEntity managed
        && managed.$state() instanceof EntityState child
        && child.isPending()
        && child.wasOrphaned()
        && child.isOrphan()) {
      StateOwner owner = child.owner();
      if (owner != null) {
        owner.orphaned(child);
      }
    }
  }

  private static void letGoReverse(@Nullable OtherSide other, EntityState state) {
    if (other != null) {
      letGo(other.relationship(), state.get());
    }
  }
}
