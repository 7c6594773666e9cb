package io.aludel.orm;

import io.aludel.orm.internal.session.Frame;
import io.aludel.orm.internal.session.Operation;
import io.aludel.orm.internal.session.SessionCore;
import org.jspecify.annotations.Nullable;

/**
 * The transaction of a session, or a savepoint within it: a resource that rolls back when it is closed
 * without having been committed. Belongs to the session's thread.
 *
 * <pre>{@code
 * try (SessionTransaction savepoint = session.beginNested()) {
 *   session.add(user);
 *   savepoint.commit();
 * }
 * }</pre>
 */
public final class SessionTransaction implements AutoCloseable {
  private final SessionCore core;
  private final Frame frame;

  SessionTransaction(SessionCore core, Frame frame) {
    this.core = core;
    this.frame = frame;
  }

  static @Nullable SessionTransaction of(SessionCore core, @Nullable Frame frame) {
    return frame == null ? null : new SessionTransaction(core, frame);
  }

  /**
   * Flushes, and commits the transaction or releases the savepoint, together with savepoints still open
   * within. A released savepoint expires nothing, and its changes are undone if the transaction around it
   * is rolled back.
   *
   * @throws SessionStateException if this has ended
   * @throws FlushException if the changes cannot be written
   */
  public void commit() {
    core.doing(Operation.COMMIT, () -> core.lifecycle().commit(frame));
  }

  /**
   * Rolls the transaction or the savepoint back, together with savepoints still open within. Objects
   * added since become transient, deleted ones persistent again, and what changed is expired. Makes the
   * session usable again after a failed flush. Does nothing when this has ended.
   */
  public void rollback() {
    core.doing(Operation.ROLLBACK, () -> core.lifecycle().rollBack(frame));
  }

  /**
   * Flushes, and has all databases that take part promise that this transaction can be committed, even
   * after a crash. Nothing can follow but {@link #commit()} and {@link #rollback()}. If one of them refuses,
   * all are rolled back. A commit does this by itself; doing it before allows to ask others first. For
   * sessions with {@link SessionOption#twoPhase}.
   *
   * @throws SessionStateException if this has ended, is a savepoint, or has one phase only
   * @throws FlushException if the changes cannot be written
   * @throws io.aludel.engine.DatabaseException if a database does not promise
   */
  public void prepare() {
    core.doing(Operation.COMMIT, () -> core.lifecycle().prepare(frame));
  }

  /** Rolls back, unless this has ended. */
  @Override
  public void close() {
    if (core.lifecycle().isOpen(frame)) {
      rollback();
    }
  }

  /**
   * Whether work can be done in it.
   *
   * @return false once it ended, or a flush within it failed
   */
  public boolean isActive() {
    return frame.isActive();
  }

  /**
   * Whether it is a savepoint.
   *
   * @return true if another transaction is around it
   */
  public boolean isNested() {
    return frame.isNested();
  }

  /**
   * Whether the transaction holds a connection of a database by now.
   *
   * @return false before the first SQL
   */
  public boolean isConnected() {
    return core.lifecycle().isConnected();
  }

  /**
   * The transaction or savepoint around it.
   *
   * @return what it is nested in, or null
   */
  public @Nullable SessionTransaction parent() {
    return of(core, frame.parent());
  }

  /**
   * The session it belongs to.
   *
   * @return the session
   */
  public Session session() {
    return core.session();
  }
}
