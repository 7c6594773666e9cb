package io.aludel.orm.internal.state;

import io.aludel.orm.event.Assignment;
import io.aludel.orm.event.internal.AttributeListeners;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.weave.ManagedEntity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the validators and listeners of relationships before anything changes. */
final class Listening {
  private Listening() {}

  private static @Nullable AttributeListeners of(
      EntityState state, RelationshipProperty relationship) {
    return state.layout().listeners(relationship.index());
  }

  /** A reference is about to be set. */
  static @Nullable Object setting(
      EntityState state,
      ManagedEntity entity,
      RelationshipProperty relationship,
      @Nullable Object value,
      @Nullable Object old) {
    AttributeListeners listeners = of(state, relationship);
    return listeners == null || !listeners.wantsWrites()
        ? value
        : listeners.set(assignment(
            state, entity, relationship.index(), value, old, relationship.toString(), false));
  }

  /** A value is about to be set; the old one is unknown or, as may be, not there. */
  static @Nullable Object setting(
      EntityState state,
      ManagedEntity entity,
      int index,
      AttributeListeners listeners,
      @Nullable Object value) {
    Object old = state.hasIdentity() || !state.isUnloaded(entity, index)
        ? state.lastStored(entity, index)
        : null;
    return listeners.set(
        assignment(state, entity, index, value, old, state.layout().describe(index), false));
  }

  private static Assignment<Object, Object> assignment(
      EntityState state,
      ManagedEntity entity,
      int index,
      @Nullable Object value,
      @Nullable Object old,
      String initiator,
      boolean fromOtherSide) {
    boolean known = old != EntityState.UNKNOWN;
    boolean unset = !state.hasIdentity() && state.isUnloaded(entity, index);
    return new Assignment<>(
        entity,
        value,
        known ? old : null,
        unset ? Assignment.Old.NEVER_SET : known ? Assignment.Old.KNOWN : Assignment.Old.NOT_LOADED,
        initiator,
        fromOtherSide);
  }

  /** Whether somebody wants the old value of an attribute, and it can be had. */
  static boolean wantsOldValue(EntityState state, int index) {
    AttributeListeners listeners = state.layout().listeners(index);
    return listeners != null
        && listeners.wantsOldValues()
        && state.hasIdentity()
        && state.owner() != null;
  }

  /** A member is about to be added. */
  static @Nullable Object adding(
      EntityState state,
      ManagedEntity entity,
      RelationshipProperty relationship,
      @Nullable Object member) {
    AttributeListeners listeners = of(state, relationship);
    return listeners == null ? member : listeners.append(entity, member, false);
  }

  /** A member is about to be taken out. */
  static void removing(
      EntityState state,
      ManagedEntity entity,
      RelationshipProperty relationship,
      @Nullable Object member) {
    AttributeListeners listeners = of(state, relationship);
    if (listeners != null) {
      listeners.remove(entity, member, false);
    }
  }

  /** A member is put where it is already. */
  static void addedAgain(
      EntityState state,
      ManagedEntity entity,
      RelationshipProperty relationship,
      @Nullable Object member) {
    AttributeListeners listeners = of(state, relationship);
    if (listeners != null) {
      listeners.again(entity, member);
    }
  }

  /** A whole collection is about to take the place of another. */
  static List<@Nullable Object> replacing(
      EntityState state,
      ManagedEntity entity,
      RelationshipProperty relationship,
      List<@Nullable Object> members) {
    AttributeListeners listeners = of(state, relationship);
    if (listeners != null) {
      listeners.replace(entity, members);
    }
    return members;
  }

  /** A collection object became that of an object. */
  static void collectionMade(EntityState state, ManagedEntity entity, int index, Object made) {
    AttributeListeners listeners = state.layout().listeners(index);
    if (listeners != null) {
      listeners.initCollection(entity, made);
    }
  }

  /** A collection object made way for another. */
  static void collectionReplaced(
      EntityState state, ManagedEntity entity, int index, Object replaced) {
    AttributeListeners listeners = state.layout().listeners(index);
    if (listeners != null) {
      listeners.disposeCollection(entity, replaced);
    }
  }

  /** A reference is about to be set because its other side changes. */
  static void settingBack(
      EntityState state,
      ManagedEntity entity,
      RelationshipProperty relationship,
      @Nullable Object value,
      @Nullable Object old,
      RelationshipProperty initiator) {
    AttributeListeners listeners = of(state, relationship);
    if (listeners != null && listeners.wantsWrites()) {
      listeners.set(
          assignment(state, entity, relationship.index(), value, old, initiator.toString(), true));
    }
  }

  /** A member is about to be added because its other side changes. */
  static void addingBack(
      EntityState state,
      ManagedEntity entity,
      RelationshipProperty relationship,
      @Nullable Object member) {
    AttributeListeners listeners = of(state, relationship);
    if (listeners != null) {
      listeners.append(entity, member, true);
    }
  }

  /** A member is about to be taken out because its other side changes. */
  static void removingBack(
      EntityState state,
      ManagedEntity entity,
      RelationshipProperty relationship,
      @Nullable Object member) {
    AttributeListeners listeners = of(state, relationship);
    if (listeners != null) {
      listeners.remove(entity, member, true);
    }
  }
}
