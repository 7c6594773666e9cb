package io.aludel.orm.internal.session;

import io.aludel.AludelException;
import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.engine.ExecutionOptions;
import io.aludel.engine.Transaction;
import io.aludel.orm.JoinMode;
import io.aludel.orm.OrmError;
import io.aludel.orm.SessionStateException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The transaction of a session with its savepoints. Begins when there is something to remember; asks for
 * connections, and sets savepoints, only when SQL is about to be sent.
 */
final class Transactions {
  private final SessionSettings settings;
  private final TransactionEvents events;
  private final @Nullable Connection given;
  private final List<Participant> participants = new ArrayList<>(1);
  private @Nullable Frame innermost;

  /** Works on a connection that somebody else opened or, for null, on those it opens itself. */
  Transactions(SessionSettings settings, @Nullable Connection given, TransactionEvents events) {
    this.settings = settings;
    this.given = given;
    this.events = events;
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
    if (!settings.autobegin()) {
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
    return enter(new Frame(null));
  }

  Frame beginNested() {
    return enter(new Frame(require(Operation.BEGIN)));
  }

  private Frame enter(Frame frame) {
    innermost = frame;
    events.created(frame);
    return frame;
  }

  // Connections

  /** The connection of an engine, with its transaction and every savepoint of this moment begun. */
  Connection connection(Operation operation, Engine engine) {
    return connection(operation, engine, ExecutionOptions.NONE);
  }

  /** As above; the options hold for a connection that is opened now. */
  Connection connection(Operation operation, Engine engine, ExecutionOptions options) {
    Frame present = require(operation);
    Participant participant = find(engine);
    if (participant == null) {
      participant = open(engine, options);
    } else if (options != ExecutionOptions.NONE) {
      throw new SessionStateException(
          OrmError.TRANSACTION_STATE,
          "Cannot choose options for the connection: it takes part in the transaction already. Ask for"
              + " it with its options before anything else in the transaction.");
    }
    if (!present.has(participant)) {
      enlist(present, participant);
    }
    return participant.connection();
  }

  /** Whether a connection takes part. */
  boolean isConnected() {
    return !participants.isEmpty();
  }

  private @Nullable Participant find(Engine engine) {
    for (Participant each : participants) {
      if (each.engine() == engine) {
        return each;
      }
    }
    return null;
  }

  private Participant open(Engine engine, ExecutionOptions options) {
    Connection outside = given;
    boolean isGiven = outside != null && outside.engine() == engine;
    Connection connection = outside != null && isGiven ? outside : engine.connect();
    try {
      configure(connection, settings.executionOptions());
      configure(connection, options);
      Participant participant = new Participant(engine, connection, isGiven);
      enlist(outermost(), participant);
      participants.add(participant);
      return participant;
    } catch (RuntimeException | Error failure) {
      if (!isGiven) {
        connection.close();
      }
      throw failure;
    }
  }

  private static void configure(Connection connection, ExecutionOptions options) {
    if (options != ExecutionOptions.NONE) {
      connection.options(options);
    }
  }

  private Frame outermost() {
    Frame frame = requireInnermost();
    for (Frame parent = frame.parent(); parent != null; parent = frame.parent()) {
      frame = parent;
    }
    return frame;
  }

  private void enlist(Frame innermostWanted, Participant participant) {
    Deque<Frame> missing = new ArrayDeque<>();
    for (Frame each = innermostWanted;
        each != null && !each.has(participant);
        each = each.parent()) {
      missing.push(each);
    }
    for (Frame each : missing) {
      Connection connection = participant.connection();
      Frame.Enlisted begun = each.isNested()
          ? new Frame.Enlisted(participant, connection.beginNested(), true)
          : beginOutermost(participant);
      each.enlisted().add(begun);
      events.begun(each, connection);
    }
  }

  private Frame.Enlisted beginOutermost(Participant participant) {
    Connection connection = participant.connection();
    if (settings.twoPhase()) {
      return new Frame.Enlisted(
          participant, connection.beginTwoPhase("aludel_" + UUID.randomUUID()), true);
    }
    Transaction running = connection.transaction();
    return running == null
        ? new Frame.Enlisted(participant, connection.begin(), true)
        : join(participant, running);
  }

  private Frame.Enlisted join(Participant participant, Transaction running) {
    Connection connection = participant.connection();
    Transaction nested = connection.nestedTransaction();
    JoinMode mode = settings.joinMode();
    if (mode == JoinMode.CREATE_SAVEPOINT
        || (mode == JoinMode.CONDITIONAL_SAVEPOINT && nested != null)) {
      return new Frame.Enlisted(participant, connection.beginNested(), true);
    }
    return new Frame.Enlisted(
        participant, nested == null ? running : nested, mode == JoinMode.CONTROL_FULLY);
  }

  // Ends

  /** Whether a frame is the innermost one or encloses it. */
  boolean isOpen(Frame frame) {
    for (Frame each = innermost; each != null; each = each.parent()) {
      if (each == frame) {
        return true;
      }
    }
    return false;
  }

  /** Has all databases promise that the innermost frame, the outermost one, can be committed. */
  void prepareDatabases() {
    Frame frame = requireInnermost();
    frame.enlisted().forEach(each -> each.transaction().prepare());
    frame.status(Frame.Status.PREPARED);
  }

  /** Commits the databases' side of the innermost frame, or releases its savepoints. */
  void commitDatabases() {
    Frame frame = requireInnermost();
    if (settings.twoPhase() && !frame.isNested() && frame.isActive()) {
      prepareDatabases();
    }
    for (Frame.Enlisted each : frame.enlisted()) {
      if (each.isOurs()) {
        each.transaction().commit();
      }
    }
  }

  /** Rolls the databases' side of the innermost frame back. */
  void rollBackInnermost() {
    rollBackDatabases(requireInnermost());
  }

  /** Rolls the databases' side of a frame back, with everything inside. */
  void rollBackDatabases(Frame frame) {
    forAll(frame.enlisted(), each -> each.transaction().rollback());
  }

  /** Rolls back what is ours, and leaves alone what somebody else began. */
  void abandonDatabases() {
    for (Participant participant : List.copyOf(participants)) {
      Frame.Enlisted ours = null;
      for (Frame frame = innermost; frame != null; frame = frame.parent()) {
        for (Frame.Enlisted each : frame.enlisted()) {
          ours = each.participant() == participant && each.isOurs() ? each : ours;
        }
      }
      if (ours != null) {
        forAll(List.of(ours), each -> each.transaction().rollback());
      }
    }
  }

  /** Leaves the innermost frame; with the outermost one the connections go back. */
  void leave(Frame frame) {
    frame.status(Frame.Status.ENDED);
    innermost = frame.parent();
    if (innermost == null) {
      releaseConnections();
    }
    events.ended(frame);
  }

  /** Gives the driver's connections up as broken; what was open on them is lost. */
  void invalidate() {
    participants.forEach(each -> each.connection().invalidate());
  }

  private void releaseConnections() {
    List<Participant> leaving = List.copyOf(participants);
    participants.clear();
    forAll(leaving, each -> {
      if (!each.isGiven()) {
        each.connection().close();
      }
    });
  }

  /** Does something for each, and tells at the end of what failed first. */
  private static <T> void forAll(List<T> things, Consumer<T> work) {
    AludelException first = null;
    for (T thing : things) {
      try {
        work.accept(thing);
      } catch (AludelException failure) {
        if (first == null) {
          first = failure;
        } else {
          first.addSuppressed(failure);
        }
      }
    }
    if (first != null) {
      throw first;
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
