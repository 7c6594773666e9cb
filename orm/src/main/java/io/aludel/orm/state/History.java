package io.aludel.orm.state;

import io.aludel.orm.internal.state.DerivedValue;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.internal.state.LinkHistory;
import io.aludel.orm.internal.state.Passive;
import io.aludel.orm.weave.ManagedEntity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one attribute since its value was last loaded or flushed. For an attribute of one
 * value each list has one element at most, which may be null. For a collection the lists hold its members
 * by identity; what is queued for one that is not loaded shows as added and deleted. A reference that was
 * null before has nothing deleted.
 *
 * @param added the value that is to be written
 * @param unchanged the value that is stored as it is
 * @param deleted the stored value that is to be replaced; empty if it was never loaded
 * @param <T> the Java type of the attribute
 */
public record History<T>(
    List<@Nullable T> added, List<@Nullable T> unchanged, List<@Nullable T> deleted) {

  /**
   * Whether the attribute has anything to write.
   *
   * @return true if something was added or deleted
   */
  public boolean hasChanges() {
    return !added.isEmpty() || !deleted.isEmpty();
  }

  /**
   * Whether nothing is known of the attribute.
   *
   * @return true for an attribute that is not loaded, or was never set
   */
  public boolean isEmpty() {
    return added.isEmpty() && unchanged.isEmpty() && deleted.isEmpty();
  }

  /**
   * Everything, present and past.
   *
   * @return added, unchanged and deleted values
   */
  public List<@Nullable T> sum() {
    return join(added, unchanged, deleted);
  }

  /**
   * What the attribute holds now.
   *
   * @return added and unchanged values
   */
  public List<@Nullable T> nonDeleted() {
    return join(added, unchanged, List.of());
  }

  /**
   * What the row holds as far as known.
   *
   * @return unchanged and deleted values
   */
  public List<@Nullable T> nonAdded() {
    return join(unchanged, deleted, List.of());
  }

  private static <T> List<@Nullable T> join(
      List<@Nullable T> first, List<@Nullable T> second, List<@Nullable T> third) {
    List<@Nullable T> all = new ArrayList<>(first);
    all.addAll(second);
    all.addAll(third);
    return all;
  }

  static History<Object> of(EntityState state, ManagedEntity entity, int index) {
    if (state.layout().relationship(index) != null) {
      LinkHistory links = state.links(entity, index, Passive.NO_LOAD);
      return new History<>(links.added(), links.unchanged(), links.deleted());
    }
    DerivedValue derived = state.layout().derived(index);
    if (derived != null && state.hasIdentity() && derived.isRecorded(state)) {
      Object before = derived.committed(state, entity);
      Object now = state.value(entity, index);
      return Objects.equals(before, now)
          ? unchanged(now)
          : new History<>(
              one(now), List.of(), before == EntityState.UNKNOWN ? List.of() : one(before));
    }
    boolean loaded = !state.isUnloaded(entity, index);
    if (!state.hasIdentity()) {
      return loaded ? added(state.read(entity, index)) : nothing();
    }
    if (!state.isRecorded(index)) {
      return loaded ? unchanged(state.read(entity, index)) : nothing();
    }
    Object current = state.read(entity, index);
    if (!state.differs(entity, index)) {
      return unchanged(current);
    }
    Object committed = state.committed(index);
    return new History<>(
        one(current), List.of(), committed == EntityState.UNKNOWN ? List.of() : one(committed));
  }

  private static History<Object> nothing() {
    return new History<>(List.of(), List.of(), List.of());
  }

  private static History<Object> added(@Nullable Object value) {
    return new History<>(one(value), List.of(), List.of());
  }

  private static History<Object> unchanged(@Nullable Object value) {
    return new History<>(List.of(), one(value), List.of());
  }

  private static List<@Nullable Object> one(@Nullable Object value) {
    return Arrays.asList(new @Nullable Object[] {value});
  }
}
