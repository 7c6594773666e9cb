package io.aludel.orm.internal.loading;

import io.aludel.orm.internal.state.CompositeKey;
import io.aludel.orm.internal.state.EntityLayout;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.mapping.ColumnPair;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.mapping.Mapper;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.weave.ManagedEntity;
import io.aludel.schema.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Groups owners of a relationship by the values that their rows are compared by. */
final class OwnerKeys {
  private OwnerKeys() {}

  /** The indexes of the attributes that the owner's side of a condition compares, or null if one is not mapped. */
  static int @Nullable [] indexes(Mapper<?> owner, RelationshipProperty relationship) {
    List<ColumnPair> pairs = relationship.join().pairs();
    int[] indexes = new int[pairs.size()];
    for (int i = 0; i < indexes.length; i++) {
      ColumnProperty<?> property = owner.findProperty(pairs.get(i).from());
      if (property == null) {
        return null;
      }
      indexes[i] = property.index();
    }
    return indexes;
  }

  /**
   * The owners by key, in the order of the owners; those with a null in their key under null.
   *
   * @param layout the entity whose attributes {@code indexes} are; owners may be of classes below
   */
  static Map<@Nullable Object, List<ManagedEntity>> group(
      List<ManagedEntity> owners, EntityLayout layout, int[] indexes) {
    Map<@Nullable Object, List<ManagedEntity>> groups = new LinkedHashMap<>();
    for (ManagedEntity owner : owners) {
      groups
          .computeIfAbsent(keyOf(owner, layout, indexes), key -> new ArrayList<>(1))
          .add(owner);
    }
    return groups;
  }

  /** Whether all owners have values of some attributes. */
  static boolean areKnown(List<ManagedEntity> owners, EntityLayout layout, int[] indexes) {
    for (ManagedEntity owner : owners) {
      EntityState state = stateOf(owner);
      for (int index : indexes) {
        if (state.isUnloaded(owner, state.layout().indexFrom(layout, index))) {
          return false;
        }
      }
    }
    return true;
  }

  private static @Nullable Object keyOf(ManagedEntity owner, EntityLayout layout, int[] indexes) {
    EntityState state = stateOf(owner);
    if (indexes.length == 1) {
      return comparable(state.value(owner, state.layout().indexFrom(layout, indexes[0])));
    }
    @Nullable Object[] parts = new Object[indexes.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = state.value(owner, state.layout().indexFrom(layout, indexes[i]));
    }
    return keyOf(parts, parts.length);
  }

  /** The key made of the first values of a row, or null if one of them is. */
  static @Nullable Object keyOf(@Nullable Object[] values, int count) {
    if (count == 1) {
      return comparable(values[0]);
    }
    @Nullable Object[] parts = new Object[count];
    for (int i = 0; i < count; i++) {
      parts[i] = comparable(values[i]);
      if (parts[i] == null) {
        return null;
      }
    }
    return new CompositeKey(parts);
  }

  /** Equal numbers of different scale are one key. */
  private static @Nullable Object comparable(@Nullable Object value) {
    return value instanceof BigDecimal decimal ? decimal.stripTrailingZeros() : value;
  }

  /** The parts of a key, to be bound. */
  static @Nullable Object[] parts(Object key, int count) {
    @Nullable Object[] parts = new Object[count];
    for (int i = 0; i < count; i++) {
      parts[i] = key instanceof CompositeKey composite ? composite.part(i) : key;
    }
    return parts;
  }

  static EntityState stateOf(ManagedEntity entity) {
    if (entity.$state() instanceof EntityState state) {
      return state;
    }
    throw new IllegalStateException("an object of a session has no record: " + entity.getClass());
  }

  /** The columns of the other side of a condition. */
  static List<Column<?>> compared(RelationshipProperty relationship) {
    List<Column<?>> columns = new ArrayList<>();
    relationship.join().pairs().forEach(pair -> columns.add(pair.to()));
    return columns;
  }
}
