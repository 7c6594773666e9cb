package io.aludel.orm.internal.session;

import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.internal.state.IdentityMap;
import io.aludel.orm.mapping.ColumnPair;
import io.aludel.orm.mapping.ColumnProperty;
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
    EntityLayout target = layouts.apply(relationship.target().type());
    @Nullable Object[] key = new Object[target.key().length];
    for (ColumnPair pair : relationship.join().copied()) {
      ColumnProperty<?> own = state.layout().mapper().findProperty(pair.to());
      int position = position(target, pair);
      if (own == null || position < 0) {
        return EntityState.UNKNOWN;
      }
      Object value = storedValue(state, entity, own.index());
      if (value == null || value == EntityState.UNKNOWN) {
        return value;
      }
      key[position] = value;
    }
    EntityState found = identities.find(target, target.keyOf(key));
    ManagedEntity present = found == null ? null : found.get();
    return present != null && relationship.target().type().isInstance(present)
        ? present
        : EntityState.UNKNOWN;
  }

  private static int position(EntityLayout target, ColumnPair pair) {
    ColumnProperty<?> property = target.mapper().findProperty(pair.from());
    for (int i = 0; i < target.key().length; i++) {
      if (property != null && target.key()[i] == property.index()) {
        return i;
      }
    }
    return -1;
  }

  /** What the row holds: a foreign key that was changed by hand does not change the reference. */
  private static @Nullable Object storedValue(EntityState state, ManagedEntity entity, int index) {
    if (state.isRecorded(index)) {
      return state.committed(index);
    }
    return state.isUnloaded(entity, index) ? EntityState.UNKNOWN : state.read(entity, index);
  }
}
