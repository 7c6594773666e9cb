package io.aludel.engine.internal;

import io.aludel.engine.pool.PoolStatus;

/** Where an engine gets its physical connections from. Safe for use by several threads. */
public interface ConnectionSource {
  /** A connection for the calling thread alone, with autocommit off; opens or waits if need be. */
  PhysicalConnection take();

  /** Takes a connection back, outside any transaction and as it was given. */
  void giveBack(PhysicalConnection connection);

  /** Takes a connection back that is not to be used again. */
  void discard(PhysicalConnection connection);

  /** Lets go of a connection without closing it: it belongs to its user from now on. */
  void release(PhysicalConnection connection);

  PoolStatus status();

  /** Closes all connections, at once or when they come back. */
  void close();
}
