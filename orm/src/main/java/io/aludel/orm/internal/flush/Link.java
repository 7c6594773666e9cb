package io.aludel.orm.internal.flush;

import io.aludel.orm.FlushException;
import io.aludel.orm.OrmError;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.mapping.RelationshipProperty;
import io.aludel.orm.weave.ManagedEntity;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What one row gets from another because a relationship says so: columns copied, or made NULL. Copied
 * when the row that gets them is written, so that the other one has its key by then.
 *
 * @param property the relationship
 * @param from the object that has the values, or null to make them NULL
 * @param pairs where the values lie in both
 */
record Link(RelationshipProperty property, @Nullable ManagedEntity from, Pairs pairs) {
  /**
   * Attributes by index.
   *
   * @param from in the object that has the values
   * @param to in the object that gets them, pair by pair
   */
  record Pairs(int[] from, int[] to) {}

  /** Whether both put the same values into the same place. */
  boolean saysSame(Link other) {
    return from == other.from
        && (pairs == other.pairs
            || (Arrays.equals(pairs.from(), other.pairs.from())
                && Arrays.equals(pairs.to(), other.pairs.to())));
  }

  boolean isClearing() {
    return from == null;
  }

  /** The value that arrives at an attribute, as far as known now. */
  @Nullable Object value(int position) {
    ManagedEntity source = from;
    return source == null ? null : valueOf(source, pairs.from()[position]);
  }

  static @Nullable Object valueOf(ManagedEntity source, int index) {
    if (!(source.$state() instanceof EntityState state)) {
      return source.$read(index);
    }
    if (!state.hasIdentity() || !state.isUnloaded(source, index)) {
      return state.read(source, index);
    }
    if (state.layout().isKey(index)) {
      return state.layout().keyPart(state.identityKey(), index);
    }
    state.load(source, index);
    return state.read(source, index);
  }

  void copyTo(FlushRow row) {
    for (int i = 0; i < pairs.to().length; i++) {
      row.state().assign(row.entity(), pairs.to()[i], value(i));
    }
  }

  /** Refuses to go on when a clearing has emptied the key of a row. */
  void requireKeyOf(FlushRow row) {
    if (!isClearing()) {
      return;
    }
    for (int index : pairs.to()) {
      if (row.model().layout().isKey(index) && row.value(index) == null && !row.isInsert()) {
        throw new FlushException(
            OrmError.KEY_CLEARED,
            "Cannot part "
                + row
                + " by "
                + property
                + ": that would make "
                + row.model().layout().describe(index)
                + " null, which is part of its key. Delete it too (cascade DELETE_ORPHAN or DELETE on"
                + " the relationship does), or give it to another owner before the flush.");
      }
    }
  }
}
