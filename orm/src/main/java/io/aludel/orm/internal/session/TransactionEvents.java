package io.aludel.orm.internal.session;

import io.aludel.engine.Connection;

/** Hears of the frames of a session. */
interface TransactionEvents {
  /** A transaction or savepoint was entered. */
  void created(Frame frame);

  /** A connection takes part in it from now on. */
  void begun(Frame frame, Connection connection);

  /** It was left. */
  void ended(Frame frame);
}
