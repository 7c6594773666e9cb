package io.aludel.orm.internal.state;

import io.aludel.orm.annotation.Cascade;
import io.aludel.orm.internal.collection.LiveCollection;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.weave.ManagedEntity;
import org.jspecify.annotations.Nullable;

/**
 * One relationship as the other side of another: changes it on whatever object is at the other end, be it
 * loaded or not, without SQL and without an answer back. Objects that are null, unknown or of no mapped
 * class are passed over.
 *
 * @param relationship the relationship that is changed
 * @param origin the one that the change came from
 * @param initiator the one that the application changed
 */
record OtherSide(
    RelationshipProperty relationship,
    RelationshipProperty origin,
    RelationshipProperty initiator) {
  /** The other side of a relationship that the application changes. */
  OtherSide(RelationshipProperty relationship, RelationshipProperty origin) {
    this(relationship, origin, origin);
  }

  /** The other side of {@code origin}, or null if it has none that is kept in step. */
  static @Nullable OtherSide of(EntityState state, RelationshipProperty origin) {
    return state.layout().otherSide(origin.index());
  }

  /** The side from which the change came, for objects other than the one it was made on. */
  OtherSide back() {
    return new OtherSide(origin, relationship, initiator);
  }

  boolean isCollection() {
    return relationship.isCollection();
  }

  private int index() {
    return relationship.index();
  }

  /** An object at the other end, with its record. */
  private record End(EntityState state, ManagedEntity entity) {}

  private @Nullable End end(@Nullable Object object) {
    if (object instanceof ManagedEntity entity && relationship.owner().type().isInstance(object)) {
      EntityState state = NewRecords.find(entity);
      return state == null || state.layout().relationship(index()) == null
          ? null
          : new End(state, entity);
    }
    return null;
  }

  // Asking

  void askSet(@Nullable Object object, @Nullable Object value, @Nullable Object old) {
    End end = end(object);
    if (end != null) {
      Listening.settingBack(end.state, end.entity, relationship, value, old, initiator);
    }
  }

  void askAdd(@Nullable Object object, @Nullable Object member) {
    End end = end(object);
    if (end != null) {
      if (relationship.mapKey() != null) {
        MapKeys.keyOf(relationship, member);
      }
      Listening.addingBack(end.state, end.entity, relationship, member);
    }
  }

  void askRemove(@Nullable Object object, @Nullable Object member) {
    End end = end(object);
    if (end != null) {
      Listening.removingBack(end.state, end.entity, relationship, member);
    }
  }

  // Looking

  /** The target of the reference of an object at the other end, as far as no SQL is needed to know. */
  @Nullable Object current(@Nullable Object object) {
    End end = end(object);
    return end == null ? null : current(end.state, end.entity, index());
  }

  static @Nullable Object current(EntityState state, ManagedEntity entity, int index) {
    if (!state.isUnloaded(entity, index)) {
      return entity.$read(index);
    }
    if (!state.hasIdentity()) {
      return null;
    }
    StateOwner owner = state.owner();
    return owner == null ? EntityState.UNKNOWN : owner.peek(state, entity, index);
  }

  /** Whether the reference of an object at the other end is {@code target}, or may be for all we know. */
  boolean mayBe(@Nullable Object object, ManagedEntity target) {
    Object current = current(object);
    return current == target || current == EntityState.UNKNOWN;
  }

  /** How often the collection of an object at the other end has {@code member}, as far as known. */
  int count(@Nullable Object object, ManagedEntity member) {
    End end = end(object);
    if (end == null) {
      return 0;
    }
    LiveCollection live = Relations.findCollection(end.state, end.entity, index());
    if (live != null) {
      return live.count(member);
    }
    QueuedMembers queue = end.state.findQueue(index());
    if (queue == null) {
      return Integer.MAX_VALUE;
    }
    int queued = queue.countAdded(member);
    return queue.isRemoved(member) || queued > 0 ? queued : Integer.MAX_VALUE;
  }

  // Changing

  /** Sets the reference of an object at the other end. */
  void set(@Nullable Object object, @Nullable Object value, @Nullable Object old) {
    End end = end(object);
    if (end != null) {
      set(end.state, end.entity, relationship, value, old);
    }
  }

  /** Sets a reference of an object, whose old value is {@code old} as far as known. */
  static void set(
      EntityState state,
      ManagedEntity entity,
      RelationshipProperty relationship,
      @Nullable Object value,
      @Nullable Object old) {
    if (!relationship.isViewOnly()) {
      state.recordReference(entity, relationship.index(), old);
    }
    entity.$write(relationship.index(), value);
    state.markLoaded(entity, relationship.index());
    if (value != old) {
      noteParted(relationship, state, old);
      noteAttached(relationship, state, value);
    }
  }

  /** Puts a member into the collection of an object at the other end, at most {@code most} times. */
  void add(@Nullable Object object, ManagedEntity member, int most) {
    End end = end(object);
    if (end == null) {
      return;
    }
    LiveCollection live = reach(end);
    if (live == null) {
      if (!relationship.isWriteOnly() || !isQueued(end, member)) {
        end.state.queueAddition(end.entity, index(), member);
      }
    } else if (live.count(member) < most) {
      end.state.recordMembers(end.entity, index(), live);
      evict(end, live, member);
      live.insert(member);
    }
    noteAttached(relationship, end.state, member);
  }

  private boolean isQueued(End end, ManagedEntity member) {
    QueuedMembers queue = end.state.findQueue(index());
    return queue != null && queue.countAdded(member) > 0;
  }

  /** A map has one place for each key: who stands there has to go. */
  private void evict(End end, LiveCollection live, ManagedEntity member) {
    Object evicted = live.evicted(member);
    if (evicted != null && evicted != member) {
      live.take(evicted);
      if (!origin.isCollection()) {
        back().set(evicted, null, end.entity);
      }
      noteParted(relationship, end.state, evicted);
    }
  }

  /** Takes one occurrence of a member out of the collection of an object at the other end. */
  void remove(@Nullable Object object, @Nullable Object member) {
    End end = end(object);
    if (end == null) {
      return;
    }
    LiveCollection live = reach(end);
    if (live == null) {
      end.state.queueRemoval(end.entity, index(), member);
    } else if (live.count(member) > 0) {
      end.state.recordMembers(end.entity, index(), live);
      live.take(member);
    }
    if (live == null || live.count(member) == 0) {
      noteParted(relationship, end.state, member);
    }
  }

  /** Takes a member out of the collection of an object at the other end, however often it is in. */
  void removeAll(@Nullable Object object, @Nullable Object member) {
    do {
      remove(object, member);
    } while (isStillIn(object, member));
  }

  private boolean isStillIn(@Nullable Object object, @Nullable Object member) {
    End end = end(object);
    LiveCollection live =
        end == null ? null : Relations.findCollection(end.state, end.entity, index());
    return live != null && live.count(member) > 0;
  }

  /** The live collection of an object; null if its rows would have to be read for that. */
  private @Nullable LiveCollection reach(End end) {
    if (!end.state.hasIdentity()) {
      end.state.load(end.entity, index());
    }
    return Relations.findCollection(end.state, end.entity, index());
  }

  // Parents

  static void noteAttached(
      RelationshipProperty relationship, EntityState parent, @Nullable Object member) {
    EntityState child = childOf(relationship, member);
    if (child != null) {
      child.attachedTo(relationship, parent);
    }
  }

  static void noteParted(
      RelationshipProperty relationship, EntityState parent, @Nullable Object member) {
    EntityState child = childOf(relationship, member);
    if (child != null) {
      child.partedFrom(relationship, parent);
    }
  }

  private static @Nullable EntityState childOf(
      RelationshipProperty relationship, @Nullable Object member) {
    return asksForParents(relationship) && member instanceof ManagedEntity managed
        ? NewRecords.find(managed)
        : null;
  }

  static boolean asksForParents(RelationshipProperty relationship) {
    return relationship.isSingleParent() || relationship.cascades(Cascade.DELETE_ORPHAN);
  }
}
