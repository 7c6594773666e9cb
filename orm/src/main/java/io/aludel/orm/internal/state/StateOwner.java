package io.aludel.orm.internal.state;

import io.aludel.orm.weave.ManagedEntity;

/** What the bookkeeping of an object asks of the session it belongs to. */
public interface StateOwner {
  /** Notes that {@code state} has its first change since it was last clean. */
  void changed(EntityState state);

  /** Fills the unloaded attribute {@code index} of a stored object, and those that come with it. */
  void load(EntityState state, ManagedEntity entity, int index);
}
