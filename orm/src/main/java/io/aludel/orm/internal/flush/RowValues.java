package io.aludel.orm.internal.flush;

import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.weave.ManagedEntity;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a row holds before a flush, and what it will hold after, as far as can be known. */
final class RowValues {
  /** Stands for a value that cannot be known now. */
  static final Object UNKNOWN = EntityState.UNKNOWN;

  private RowValues() {}

  /** The values some attributes will have: an equal object for equal values; null if one is null or unknown. */
  static @Nullable Object planned(FlushRow row, int[] indexes) {
    if (indexes.length == 1) {
      return known(planned(row, indexes[0]));
    }
    @Nullable Object[] parts = new Object[indexes.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = known(planned(row, indexes[i]));
      if (parts[i] == null) {
        return null;
      }
    }
    return Arrays.asList(parts);
  }

  /** The values some attributes have in the database; null if one is null or unknown. */
  static @Nullable Object stored(FlushRow row, int[] indexes) {
    if (indexes.length == 1) {
      return known(stored(row, indexes[0]));
    }
    @Nullable Object[] parts = new Object[indexes.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = known(stored(row, indexes[i]));
      if (parts[i] == null) {
        return null;
      }
    }
    return Arrays.asList(parts);
  }

  private static @Nullable Object known(@Nullable Object value) {
    return value == UNKNOWN ? null : value;
  }

  /** The value an attribute will have. */
  static @Nullable Object planned(FlushRow row, int index) {
    boolean cleared = false;
    for (Link link : row.links()) {
      int[] to = link.pairs().to();
      for (int i = 0; i < to.length; i++) {
        if (to[i] == index && link.isClearing()) {
          cleared = true;
        } else if (to[i] == index) {
          Object value = link.value(i);
          return value == null ? UNKNOWN : value;
        }
      }
    }
    if (cleared) {
      return null;
    }
    if (row.isUnloaded(index)) {
      return row.isNew() ? null : stored(row, index);
    }
    return row.value(index);
  }

  /** The value an attribute has in the database. */
  static @Nullable Object stored(FlushRow row, int index) {
    EntityState replaced = row.replaced();
    if (replaced != null) {
      ManagedEntity old = replaced.get();
      return old == null ? UNKNOWN : stored(replaced, old, index);
    }
    return row.isNew() ? null : stored(row.state(), row.entity(), index);
  }

  /** The values some attributes of an object without a row of its own in the flush have in the database. */
  static @Nullable Object stored(EntityState state, ManagedEntity entity, int[] indexes) {
    @Nullable Object[] parts = new Object[indexes.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = known(stored(state, entity, indexes[i]));
      if (parts[i] == null) {
        return null;
      }
    }
    return parts.length == 1 ? parts[0] : Arrays.asList(parts);
  }

  private static @Nullable Object stored(EntityState state, ManagedEntity entity, int index) {
    if (state.layout().isKey(index)) {
      return state.layout().keyPart(state.identityKey(), index);
    }
    if (state.isRecorded(index)) {
      return state.committed(index);
    }
    return state.isUnloaded(entity, index) ? UNKNOWN : state.read(entity, index);
  }
}
