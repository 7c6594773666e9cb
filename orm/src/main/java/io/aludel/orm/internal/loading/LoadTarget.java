package io.aludel.orm.internal.loading;

import io.aludel.engine.StatementRunner;
import io.aludel.orm.FetchMode;
import io.aludel.orm.internal.state.Attachment;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.internal.state.IdentityMap;

/** What loading needs of the session it loads into. */
public interface LoadTarget {
  /** The objects of the session. */
  IdentityMap identities();

  /** Notes that an object was made from its row and belongs to the session now. */
  void loaded(EntityState state);

  /** What ties new objects to the session. */
  Attachment attachment();

  /** Runs statements on the connection of the session's transaction, begun if need be. */
  StatementRunner runner();

  /** Does something as one call of the session, where the application did not come through it. */
  default void asOneCall(Runnable work) {
    work.run();
  }

  /** What happens when a relationship is read that nothing loaded. */
  FetchMode fetchMode();
}
