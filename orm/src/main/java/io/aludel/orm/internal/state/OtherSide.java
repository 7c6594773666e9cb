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
 */
record OtherSide(RelationshipProperty relationship, RelationshipProperty origin) {

  /** The other side of {@code origin}, or null if it has none that is kept in step. */
  static @Nullable OtherSide of(EntityState state, RelationshipProperty origin) {
    return state.layout().otherSide(origin.index());
  }

  /** The side from which the change came, for objects other than the one it was made on. */
  OtherSide back() {
    return new OtherSide(origin, relationship);
  }

  boolean isCollection() {
    return relationship.isCollection();
  }

  private int index() {
    return relationship.index();
  }

  /** The record of an object at the other end. */
  private @Nullable EntityState state(@Nullable Object end) {
    return end instanceof ManagedEntity entity && relationship.owner().type().isInstance(end)
        ? NewRecords.find(entity)
        : null;
  }

  // Asking

  void askSet(@Nullable Object end, @Nullable Object value, @Nullable Object old) {
    EntityState state = state(end);
    if (state != null) {
      Listening.settingBack(state, (ManagedEntity) end, relationship, value, old);
    }
  }

  void askAdd(@Nullable Object end, @Nullable Object member) {
    EntityState state = state(end);
    if (state != null) {
      if (relationship.mapKey() != null) {
        MapKeys.keyOf(relationship, member);
      }
      Listening.addingBack(state, (ManagedEntity) end, relationship, member);
    }
  }

  void askRemove(@Nullable Object end, @Nullable Object member) {
    EntityState state = state(end);
    if (state != null) {
      Listening.removingBack(state, (ManagedEntity) end, relationship, member);
    }
  }

  // Looking

  /** The target of the reference of an object at the other end, as far as no SQL is needed to know. */
  @Nullable Object current(@Nullable Object end) {
    EntityState state = state(end);
    return state == null ? null : current(state, (ManagedEntity) end, index());
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
  boolean mayBe(@Nullable Object end, ManagedEntity target) {
    Object current = current(end);
    return current == target || current == EntityState.UNKNOWN;
  }

  /** How often the collection of an object at the other end has {@code member}, as far as known. */
  int count(@Nullable Object end, ManagedEntity member) {
    EntityState state = state(end);
    if (state == null) {
      return 0;
    }
    ManagedEntity entity = (ManagedEntity) end;
    LiveCollection live = Relations.findCollection(state, entity, index());
    if (live != null) {
      return live.count(member);
    }
    QueuedMembers queue = state.findQueue(index());
    if (queue != null && queue.isRemoved(member)) {
      return 0;
    }
    return queue == null || queue.countAdded(member) == 0
        ? Integer.MAX_VALUE
        : queue.countAdded(member);
  }

  // Changing

  /** Sets the reference of an object at the other end. */
  void set(@Nullable Object end, @Nullable Object value, @Nullable Object old) {
    EntityState state = state(end);
    if (state != null) {
      set(state, (ManagedEntity) end, relationship, value, old);
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
  void add(@Nullable Object end, ManagedEntity member, int most) {
    EntityState state = state(end);
    if (state == null) {
      return;
    }
    ManagedEntity entity = (ManagedEntity) end;
    LiveCollection live = reach(state, entity);
    if (live == null) {
      state.register(entity);
      state.queue(index()).add(member);
    } else if (live.count(member) < most) {
      state.recordMembers(entity, index(), live);
      evict(state, entity, live, member);
      live.insert(member);
    }
    noteAttached(relationship, state, member);
  }

  /** A map has one place for each key: who stands there has to go. */
  private void evict(
      EntityState state, ManagedEntity entity, LiveCollection live, ManagedEntity member) {
    Object evicted = live.evicted(member);
    if (evicted != null && evicted != member) {
      live.take(evicted);
      if (!origin.isCollection()) {
        back().set(evicted, null, entity);
      }
      noteParted(relationship, state, evicted);
    }
  }

  /** Takes one occurrence of a member out of the collection of an object at the other end. */
  void remove(@Nullable Object end, @Nullable Object member) {
    EntityState state = state(end);
    if (state == null) {
      return;
    }
    ManagedEntity entity = (ManagedEntity) end;
    LiveCollection live = reach(state, entity);
    if (live == null) {
      state.register(entity);
      state.queue(index()).remove(member);
    } else if (live.count(member) > 0) {
      state.recordMembers(entity, index(), live);
      live.take(member);
    }
    if (live == null || live.count(member) == 0) {
      noteParted(relationship, state, member);
    }
  }

  /** Takes a member out of the collection of an object at the other end, however often it is in. */
  void removeAll(@Nullable Object end, @Nullable Object member) {
    do {
      remove(end, member);
    } while (end instanceof ManagedEntity managed && isStillIn(managed, member));
  }

  private boolean isStillIn(ManagedEntity end, @Nullable Object member) {
    EntityState state = state(end);
    LiveCollection live = state == null ? null : Relations.findCollection(state, end, index());
    return live != null && live.count(member) > 0;
  }

  /** The live collection of an object; null if its rows would have to be read for that. */
  private @Nullable LiveCollection reach(EntityState state, ManagedEntity entity) {
    if (!state.hasIdentity()) {
      state.load(entity, index());
    }
    return Relations.findCollection(state, entity, index());
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

  private static boolean asksForParents(RelationshipProperty relationship) {
    return relationship.isSingleParent() || relationship.cascades(Cascade.DELETE_ORPHAN);
  }
}
