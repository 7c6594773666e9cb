package io.aludel.orm.internal.state;

import io.aludel.orm.weave.ManagedEntity;
import io.aludel.sql.Select;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the bookkeeping of an object asks of the session it belongs to. */
public interface StateOwner {
  /** Notes that {@code state} has its first change since it was last clean. */
  void changed(EntityState state);

  /** Fills the unloaded attribute {@code index} of a stored object, and those that come with it. */
  void load(EntityState state, ManagedEntity entity, int index);

  /**
   * The related object of an unloaded reference, if no SQL is needed to know it.
   *
   * @return the object, null if there is none, {@link EntityState#UNKNOWN} if only SQL could tell
   */
  default @Nullable Object peek(EntityState state, ManagedEntity entity, int index) {
    return EntityState.UNKNOWN;
  }

  /**
   * Brings {@code member} into the session, with everything that its own relationships bring: an object
   * of the session was related to it by a relationship that cascades.
   */
  default void related(EntityState state, ManagedEntity member) {}

  /** Lets go of a pending object that lost a parent it cannot be without. */
  default void orphaned(EntityState state) {}

  /** Refuses an object that cannot be brought in, such as one of another session. */
  default void requireAddable(EntityState state) {}

  /** Flushes, where reading does so by itself. */
  default void flushFirst() {}

  /** Runs a SELECT of objects as the application would. */
  default <T> List<T> select(Select<T> select) {
    throw new IllegalStateException("runs no statements");
  }

  /** How many rows a SELECT has. */
  default long count(Select<?> select) {
    throw new IllegalStateException("runs no statements");
  }
}
