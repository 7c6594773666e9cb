package io.aludel.orm;

import io.aludel.engine.Engine;
import org.jspecify.annotations.Nullable;

/**
 * Decides which engine a session uses for some work, such as a replica for what only reads; see {@link
 * SessionOption#routing}. Called by the thread that uses the session, each time before SQL is sent.
 */
@FunctionalInterface
public interface BindRouting {
  /**
   * The engine for some work.
   *
   * @param work what is about to be done
   * @return the engine, or null for the one that {@link SessionOption#bind} and the factory say
   */
  @Nullable Engine route(BoundWork work);
}
