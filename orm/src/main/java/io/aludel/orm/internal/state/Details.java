package io.aludel.orm.internal.state;

import io.aludel.orm.weave.ManagedEntity;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a record notes beyond identity and session. Clean objects of most classes need none of it. */
final class Details {
  /** The object, held here while something must not be lost. */
  @Nullable ManagedEntity entity;

  /** For each changed attribute its last stored value, or that of a collection: its members. */
  @Nullable Object @Nullable [] committed;

  /** The values of columns without a field. */
  @Nullable Object @Nullable [] hidden;

  /** Whose related object this is, as far as anybody asks. */
  @Nullable Parents parents;

  /** For each relationship what happened to its collection while it was not loaded. */
  @Nullable QueuedMembers @Nullable [] queues;

  boolean isEmpty() {
    return entity == null
        && committed == null
        && hidden == null
        && parents == null
        && queues == null;
  }

  /** Makes room for the attributes of another layout of the same class. */
  void resize(int attributes, @Nullable Object filler) {
    if (committed != null && committed.length != attributes) {
      int known = committed.length;
      committed = Arrays.copyOf(committed, attributes);
      if (known < attributes) {
        Arrays.fill(committed, known, attributes, filler);
      }
    }
    if (queues != null) {
      queues = Arrays.copyOf(queues, attributes);
    }
  }
}
