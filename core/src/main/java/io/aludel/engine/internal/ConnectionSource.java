package io.aludel.engine.internal;

import io.aludel.engine.PoolStatus;

/** Where an engine gets its physical connections from. Safe for use by several threads. */
public interface ConnectionSource {
  /** A connection for the calling thread alone, with autocommit off; opens or waits if need be. */
  PhysicalConnection take();

  /** Takes a connection back, outside any transaction and as it was given. */
  void giveBack(PhysicalConnection connection);

  /** Takes a connection back that is not to be used again. */
  void discard(PhysicalConnection connection);

  /** Sees to it that connections opened until now are not used again once they come back. */
  void invalidateAll();

  PoolStatus status();

  /** Closes all connections, at once or when they come back. */
  void close();
}
