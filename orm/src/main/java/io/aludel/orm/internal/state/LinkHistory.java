package io.aludel.orm.internal.state;

import io.aludel.orm.internal.collection.LiveCollection;
import io.aludel.orm.internal.collection.LiveCollections;
import io.aludel.orm.weave.ManagedEntity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a relationship of one object since it was last loaded or flushed, by identity of the
 * members (parity row ORM-INS-09). A reference has one member at most in each list; a null that was
 * replaced is not listed.
 *
 * @param added what the row is to be related to, in order
 * @param unchanged what it is and stays related to
 * @param deleted what it is not to be related to any more, as far as known
 */
public record LinkHistory(
    List<@Nullable Object> added,
    List<@Nullable Object> unchanged,
    List<@Nullable Object> deleted) {
  private static final LinkHistory NOTHING = new LinkHistory(List.of(), List.of(), List.of());
  private static final LinkHistory NEW_NULL = new LinkHistory(one(null), List.of(), List.of());

  public boolean hasChanges() {
    return !added.isEmpty() || !deleted.isEmpty();
  }

  /** Whether nothing is known of the relationship. */
  public boolean isEmpty() {
    return added.isEmpty() && unchanged.isEmpty() && deleted.isEmpty();
  }

  /** Everything, present and past. */
  public List<@Nullable Object> sum() {
    return joined(present(), deleted);
  }

  /** What is related now. */
  public List<@Nullable Object> present() {
    return joined(added, unchanged);
  }

  private static List<@Nullable Object> joined(
      List<@Nullable Object> first, List<@Nullable Object> then) {
    if (first.isEmpty() || then.isEmpty()) {
      return first.isEmpty() ? then : first;
    }
    List<@Nullable Object> all = new ArrayList<>(first);
    all.addAll(then);
    return all;
  }

  static LinkHistory of(EntityState state, ManagedEntity entity, int index) {
    if (state.isUnloaded(entity, index)
        || state.layout().requireRelationship(index).isWriteOnly()) {
      QueuedMembers queue = state.findQueue(index);
      return queue == null
          ? NOTHING
          : new LinkHistory(
              new ArrayList<>(queue.added()), queue.unchanged(), new ArrayList<>(queue.removed()));
    }
    Object current = entity.$read(index);
    LiveCollection collection = LiveCollections.find(current);
    return collection == null
        ? ofReference(state, index, current)
        : ofCollection(state, index, collection);
  }

  private static LinkHistory ofReference(EntityState state, int index, @Nullable Object current) {
    if (!state.hasIdentity()) {
      return current == null ? NEW_NULL : new LinkHistory(one(current), List.of(), List.of());
    }
    if (!state.isRecorded(index)) {
      return new LinkHistory(List.of(), one(current), List.of());
    }
    Object committed = state.committed(index);
    if (committed == current) {
      return new LinkHistory(List.of(), one(current), List.of());
    }
    boolean known = committed != EntityState.UNKNOWN && committed != null;
    return new LinkHistory(one(current), List.of(), known ? one(committed) : List.of());
  }

  private static LinkHistory ofCollection(EntityState state, int index, LiveCollection collection) {
    List<@Nullable Object> current = Arrays.asList(collection.members());
    if (!state.hasIdentity()) {
      return new LinkHistory(current, List.of(), List.of());
    }
    if (!state.isRecorded(index)) {
      return new LinkHistory(List.of(), current, List.of());
    }
    List<@Nullable Object> committed = state.committedMembers(index);
    if (committed.isEmpty() || current.isEmpty()) {
      return new LinkHistory(current, List.of(), committed);
    }
    Set<@Nullable Object> before = identities(committed);
    Set<@Nullable Object> after = identities(current);
    List<@Nullable Object> added = new ArrayList<>();
    List<@Nullable Object> unchanged = new ArrayList<>();
    for (Object member : current) {
      (before.contains(member) ? unchanged : added).add(member);
    }
    List<@Nullable Object> deleted = new ArrayList<>();
    for (Object member : committed) {
      if (!after.contains(member)) {
        deleted.add(member);
      }
    }
    return new LinkHistory(added, unchanged, deleted);
  }

  private static Set<@Nullable Object> identities(List<@Nullable Object> members) {
    Set<@Nullable Object> set = Collections.newSetFromMap(new IdentityHashMap<>());
    set.addAll(members);
    return set;
  }

  private static List<@Nullable Object> one(@Nullable Object value) {
    return Collections.singletonList(value);
  }
}
