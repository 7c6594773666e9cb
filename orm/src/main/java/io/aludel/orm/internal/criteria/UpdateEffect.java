package io.aludel.orm.internal.criteria;

import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.mapping.ColumnProperty;
import io.aludel.orm.weave.ManagedEntity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an UPDATE does to the objects whose rows it met. */
final class UpdateEffect {
  private final List<Assigned> assigned;

  /**
   * An attribute that is set.
   *
   * @param property the attribute
   * @param value its new value, or null if only the database knows it
   */
  record Assigned(ColumnProperty<?> property, @Nullable Evaluation value) {}

  UpdateEffect(List<Assigned> assigned) {
    this.assigned = assigned;
  }

  /** All new values are worked out on the old ones before any is stored. */
  void apply(Match match) {
    EntityState state = match.state();
    ManagedEntity entity = match.entity();
    @Nullable Object[] values = new Object[assigned.size()];
    for (int i = 0; i < values.length; i++) {
      Evaluation value = assigned.get(i).value();
      values[i] = value == null ? Evaluation.UNSURE : fitted(i, value.of(state, entity));
    }
    for (int i = 0; i < values.length; i++) {
      store(match, assigned.get(i).property().index(), values[i]);
    }
  }

  private @Nullable Object fitted(int position, @Nullable Object value) {
    if (value == null || value == Evaluation.UNSURE) {
      return value;
    }
    Object fitted = assigned.get(position).property().type().fit(value);
    return fitted == null ? Evaluation.UNSURE : fitted;
  }

  /** An attribute with a change of its own, or of which memory is not sure, is read again. */
  private static void store(Match match, int index, @Nullable Object value) {
    EntityState state = match.state();
    if (state.isUnloaded(match.entity(), index)) {
      return;
    }
    if (!match.sure() || value == Evaluation.UNSURE || state.isRecorded(index)) {
      state.expire(match.entity(), index);
    } else {
      state.write(match.entity(), index, value);
    }
  }
}
