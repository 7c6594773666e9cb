package io.aludel.orm.internal.session;

import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.internal.state.IdentityMap;
import io.aludel.orm.internal.state.ReferenceKey;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.weave.ManagedEntity;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the target of a reference by the foreign key in memory and the identity map, without SQL. */
final class ReferencePeek {
  private ReferencePeek() {}

  /** The target, null if there is none, {@link EntityState#UNKNOWN} if only SQL could tell. */
  static @Nullable Object find(
      EntityState state,
      ManagedEntity entity,
      int index,
      Function<Class<?>, EntityLayout> layouts,
      IdentityMap identities) {
    RelationshipProperty relationship = state.layout().requireRelationship(index);
    if (relationship.isCollection() || !relationship.join().isKeyLookup()) {
      return EntityState.UNKNOWN;
    }
    ReferenceKey reference = state.layout().referenceKey(relationship, layouts);
    Object key = reference.from(own -> storedValue(state, entity, own));
    if (key == null || key == EntityState.UNKNOWN) {
      return key;
    }
    EntityState found = identities.find(reference.target(), key);
    ManagedEntity present = found == null ? null : found.get();
    return present != null && relationship.target().type().isInstance(present)
        ? present
        : EntityState.UNKNOWN;
  }

  /** What the row holds: a foreign key that was changed by hand does not change the reference. */
  private static @Nullable Object storedValue(EntityState state, ManagedEntity entity, int index) {
    if (state.isRecorded(index)) {
      return state.committed(index);
    }
    return state.isUnloaded(entity, index) ? EntityState.UNKNOWN : state.read(entity, index);
  }
}
