package io.aludel.orm.internal.session;

import io.aludel.orm.Flush;
import io.aludel.orm.Session;
import io.aludel.orm.SessionEvents.BeginListener;
import io.aludel.orm.SessionEvents.BulkListener;
import io.aludel.orm.SessionEvents.ExecuteListener;
import io.aludel.orm.SessionEvents.FlushListener;
import io.aludel.orm.SessionEvents.ObjectListener;
import io.aludel.orm.SessionEvents.SessionListener;
import io.aludel.orm.SessionEvents.TransactionListener;
import io.aludel.orm.internal.state.EntityState;
import io.aludel.orm.weave.ManagedEntity;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Who hears of what sessions of a factory do. */
public final class SessionListeners {
  private final Listeners<ExecuteListener> doOrmExecute = new Listeners<>();
  private final Listeners<BulkListener> afterBulkUpdate = new Listeners<>();
  private final Listeners<BulkListener> afterBulkDelete = new Listeners<>();
  private final Listeners<TransactionListener> afterTransactionCreate = new Listeners<>();
  private final Listeners<TransactionListener> afterTransactionEnd = new Listeners<>();
  private final Listeners<BeginListener> afterBegin = new Listeners<>();
  private final Listeners<SessionListener> beforeCommit = new Listeners<>();
  private final Listeners<SessionListener> afterCommit = new Listeners<>();
  private final Listeners<ObjectListener> beforeAttach = new Listeners<>();
  private final Listeners<ObjectListener> afterAttach = new Listeners<>();
  private final Listeners<FlushListener> beforeFlush = new Listeners<>();
  private final Listeners<FlushListener> afterFlush = new Listeners<>();
  private final Listeners<FlushListener> afterFlushPostexec = new Listeners<>();
  private final Listeners<SessionListener> afterRollback = new Listeners<>();
  private final Listeners<SessionListener> afterSoftRollback = new Listeners<>();
  private final Map<Move, Listeners<ObjectListener>> moves = new EnumMap<>(Move.class);

  /** The moves of objects between their states. */
  public enum Move {
    TRANSIENT_TO_PENDING,
    PENDING_TO_TRANSIENT,
    PERSISTENT_TO_TRANSIENT,
    PENDING_TO_PERSISTENT,
    DETACHED_TO_PERSISTENT,
    LOADED_AS_PERSISTENT,
    PERSISTENT_TO_DELETED,
    DELETED_TO_PERSISTENT,
    DELETED_TO_DETACHED,
    PERSISTENT_TO_DETACHED
  }

  SessionListeners() {
    for (Move move : Move.values()) {
      moves.put(move, new Listeners<>());
    }
  }

  public Listeners<ExecuteListener> doOrmExecute() {
    return doOrmExecute;
  }

  public Listeners<BulkListener> afterBulkUpdate() {
    return afterBulkUpdate;
  }

  public Listeners<BulkListener> afterBulkDelete() {
    return afterBulkDelete;
  }

  public Listeners<TransactionListener> afterTransactionCreate() {
    return afterTransactionCreate;
  }

  public Listeners<TransactionListener> afterTransactionEnd() {
    return afterTransactionEnd;
  }

  public Listeners<BeginListener> afterBegin() {
    return afterBegin;
  }

  public Listeners<SessionListener> beforeCommit() {
    return beforeCommit;
  }

  public Listeners<SessionListener> afterCommit() {
    return afterCommit;
  }

  public Listeners<ObjectListener> beforeAttach() {
    return beforeAttach;
  }

  public Listeners<ObjectListener> afterAttach() {
    return afterAttach;
  }

  public Listeners<FlushListener> beforeFlush() {
    return beforeFlush;
  }

  public Listeners<FlushListener> afterFlush() {
    return afterFlush;
  }

  public Listeners<FlushListener> afterFlushPostexec() {
    return afterFlushPostexec;
  }

  public Listeners<SessionListener> afterRollback() {
    return afterRollback;
  }

  public Listeners<SessionListener> afterSoftRollback() {
    return afterSoftRollback;
  }

  public Listeners<ObjectListener> moves(Move move) {
    return Objects.requireNonNull(moves.get(move));
  }

  /** Whether anybody hears of objects that are made from their rows. */
  boolean hearsOfLoads() {
    return !moves(Move.LOADED_AS_PERSISTENT).isEmpty();
  }

  /** Whether anybody hears of objects that leave a session. */
  boolean isHeardOfLeaving() {
    return !moves(Move.PENDING_TO_TRANSIENT).isEmpty()
        || !moves(Move.PERSISTENT_TO_DETACHED).isEmpty()
        || !moves(Move.DELETED_TO_DETACHED).isEmpty();
  }

  void tell(Listeners<FlushListener> listeners, Session session, Flush flush) {
    listeners.all().forEach(listener -> listener.happened(session, flush));
  }

  void tell(Listeners<SessionListener> listeners, Session session) {
    listeners.all().forEach(listener -> listener.happened(session));
  }

  void tell(Listeners<ObjectListener> listeners, Session session, Object entity) {
    if (!listeners.isEmpty()) {
      listeners.all().forEach(listener -> listener.happened(session, entity));
    }
  }

  void moved(Move move, Session session, EntityState state) {
    Listeners<ObjectListener> listeners = moves(move);
    if (!listeners.isEmpty()) {
      ManagedEntity entity = state.get();
      if (entity != null) {
        listeners.all().forEach(listener -> listener.happened(session, entity));
      }
    }
  }
}
