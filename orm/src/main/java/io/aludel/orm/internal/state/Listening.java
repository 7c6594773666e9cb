package io.aludel.orm.internal.state;

import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.weave.ManagedEntity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks validators and listeners before anything changes. */
final class Listening {
  private Listening() {}

  /** A reference is about to be set. */
  static @Nullable Object setting(
      EntityState state,
      ManagedEntity entity,
      RelationshipProperty relationship,
      @Nullable Object value,
      @Nullable Object old) {
    return value;
  }

  /** A member is about to be added. */
  static @Nullable Object adding(
      EntityState state,
      ManagedEntity entity,
      RelationshipProperty relationship,
      @Nullable Object member,
      @Nullable Object key) {
    return member;
  }

  static void removing(
      EntityState state,
      ManagedEntity entity,
      RelationshipProperty relationship,
      @Nullable Object member) {}

  static void addedAgain(
      EntityState state,
      ManagedEntity entity,
      RelationshipProperty relationship,
      @Nullable Object member) {}

  /** A whole collection is about to take the place of another. */
  static List<@Nullable Object> replacing(
      EntityState state,
      ManagedEntity entity,
      RelationshipProperty relationship,
      List<@Nullable Object> members) {
    return members;
  }

  /** A reference is about to be set because its other side changes. */
  static void settingBack(
      EntityState state,
      ManagedEntity entity,
      RelationshipProperty relationship,
      @Nullable Object value,
      @Nullable Object old) {}

  /** A member is about to be added because its other side changes. */
  static void addingBack(
      EntityState state,
      ManagedEntity entity,
      RelationshipProperty relationship,
      @Nullable Object member) {}

  /** A member is about to be taken out because its other side changes. */
  static void removingBack(
      EntityState state,
      ManagedEntity entity,
      RelationshipProperty relationship,
      @Nullable Object member) {}
}
