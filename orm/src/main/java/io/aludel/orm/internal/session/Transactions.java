package io.aludel.orm.internal.session;

import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.engine.Transaction;
import io.aludel.orm.OrmError;
import io.aludel.orm.SessionStateException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The transaction of a session with its savepoints. Begins when there is something to remember; asks for
 * a connection, and sets savepoints, only when SQL is about to be sent.
 */
final class Transactions {
  private final Engine engine;
  private final boolean autobegin;
  private @Nullable Connection connection;
  private @Nullable Frame innermost;

  Transactions(Engine engine, boolean autobegin) {
    this.engine = engine;
    this.autobegin = autobegin;
  }

  @Nullable Frame innermost() {
    return innermost;
  }

  /** The innermost frame, begun now if there is none and the settings allow it. */
  Frame require(Operation operation) {
    Frame present = innermost;
    if (present != null) {
      return present;
    }
    if (!autobegin) {
      throw new SessionStateException(
          OrmError.TRANSACTION_STATE,
          "Cannot "
              + operation.words()
              + ": no transaction is open, and this session does not begin one by itself. Call"
              + " begin() first.");
    }
    return begin();
  }

  Frame begin() {
    if (innermost != null) {
      throw new SessionStateException(
          OrmError.TRANSACTION_STATE,
          "Cannot begin a transaction: one is open, begun by an earlier call or by the first use of"
              + " the session. Commit it or roll it back first, or use beginNested().");
    }
    Frame root = new Frame(null);
    innermost = root;
    return root;
  }

  Frame beginNested() {
    Frame nested = new Frame(require(Operation.BEGIN));
    innermost = nested;
    return nested;
  }

  /** The connection, with the database's transaction and every savepoint of this moment begun. */
  Connection connection(Operation operation) {
    Frame present = require(operation);
    Connection open = connection;
    if (open == null) {
      open = engine.connect();
      connection = open;
    }
    if (present.database() == null) {
      Deque<Frame> missing = new ArrayDeque<>();
      for (Frame each = present; each != null && each.database() == null; each = each.parent()) {
        missing.push(each);
      }
      for (Frame each : missing) {
        each.database(each.isNested() ? open.beginNested() : open.begin());
      }
    }
    return open;
  }

  /** Whether a frame is the innermost one or encloses it. */
  boolean isOpen(Frame frame) {
    for (Frame each = innermost; each != null; each = each.parent()) {
      if (each == frame) {
        return true;
      }
    }
    return false;
  }

  /** Commits the database's side of the innermost frame, or releases its savepoint. */
  void commitDatabase() {
    Frame frame = requireInnermost();
    Transaction database = frame.database();
    if (database != null) {
      database.commit();
    }
  }

  /** Rolls the database's side of the innermost frame back. */
  void rollBackInnermost() {
    rollBackDatabase(requireInnermost());
  }

  /** Rolls the database's side of a frame back, with everything inside. */
  void rollBackDatabase(Frame frame) {
    Transaction database = frame.database();
    if (database != null) {
      database.rollback();
    }
  }

  /** Leaves the innermost frame; with the outermost one the connection goes back. */
  void leave(Frame frame) {
    frame.status(Frame.Status.ENDED);
    innermost = frame.parent();
    if (innermost == null) {
      releaseConnection();
    }
  }

  /** Gives the driver's connection up as broken; what was open on it is lost. */
  void invalidate() {
    if (connection != null) {
      connection.invalidate();
    }
  }

  private void releaseConnection() {
    Connection open = connection;
    connection = null;
    if (open != null) {
      open.close();
    }
  }

  private Frame requireInnermost() {
    Frame frame = innermost;
    if (frame == null) {
      throw new IllegalStateException("no transaction is open");
    }
    return frame;
  }
}
