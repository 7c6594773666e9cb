package io.aludel.orm.internal.flush;

import io.aludel.engine.StatementRunner;
import io.aludel.orm.internal.session.ObjectMoves;
import io.aludel.orm.internal.session.SessionContents;
import io.aludel.orm.internal.state.IdentityMap;

/** What a flush needs of the session it flushes. */
public interface FlushTarget {
  /** The objects there is something to do for. */
  SessionContents contents();

  /** Moves objects to the states a flush puts them in. */
  ObjectMoves moves();

  /** The objects of the session by identity. */
  IdentityMap identities();

  /** Runs statements on the connection of the session's transaction, begun if need be. */
  StatementRunner runner();
}
