package io.aludel.orm.internal.state;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was added to a collection that is not loaded, and what was taken out of it; with the members that were
 * read for a purpose, where the collection itself keeps none.
 */
final class QueuedMembers {
  private final List<@Nullable Object> added = new ArrayList<>();
  private final List<@Nullable Object> removed = new ArrayList<>();
  private List<?> stored = List.of();

  /** Keeps the members that the rows have, until the next flush. */
  void stored(List<?> members) {
    stored = members;
  }

  List<?> stored() {
    return stored;
  }

  /** Those of them that stay. */
  List<@Nullable Object> unchanged() {
    List<@Nullable Object> unchanged = new ArrayList<>(stored.size());
    for (Object member : stored) {
      if (count(added, member) == 0 && count(removed, member) == 0) {
        unchanged.add(member);
      }
    }
    return unchanged;
  }

  void add(@Nullable Object member) {
    if (!drop(removed, member)) {
      added.add(member);
    }
  }

  void remove(@Nullable Object member) {
    if (!drop(added, member) && count(removed, member) == 0) {
      removed.add(member);
    }
  }

  /** Takes back that a member was added. */
  void forget(@Nullable Object member) {
    drop(added, member);
  }

  List<@Nullable Object> added() {
    return added;
  }

  List<@Nullable Object> removed() {
    return removed;
  }

  int countAdded(@Nullable Object member) {
    return count(added, member);
  }

  boolean isRemoved(@Nullable Object member) {
    return count(removed, member) > 0;
  }

  private static int count(List<@Nullable Object> members, @Nullable Object member) {
    int count = 0;
    for (Object each : members) {
      if (each == member) {
        count++;
      }
    }
    return count;
  }

  private static boolean drop(List<@Nullable Object> members, @Nullable Object member) {
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i) == member) {
        members.remove(i);
        return true;
      }
    }
    return false;
  }
}
