package io.aludel.orm.internal.session;

import io.aludel.orm.OrmError;
import io.aludel.orm.PendingRollbackException;
import io.aludel.orm.SessionStateException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The door of a session: lets one thread in at a time, and only for what the session's phase allows. A
 * session may pass from thread to thread between calls; two at once is a mistake that is reported
 * instead of corrupting the session.
 */
final class UseGuard {
  private static final VarHandle USER;

  static {
    try {
      USER = MethodHandles.lookup().findVarHandle(UseGuard.class, "user", Thread.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  @SuppressWarnings("unused") // written through USER
  private volatile @Nullable Thread user;

  private int depth;
  private Operation.Phase phase = Operation.Phase.READY;
  private @Nullable Throwable failure;

  /** Lets the calling thread in until {@link #leave}. */
  void enter(Operation operation) {
    Thread caller = Thread.currentThread();
    if (user != caller && !USER.compareAndSet(this, null, caller)) {
      throw new SessionStateException(
          OrmError.CONCURRENT_USE,
          "Cannot "
              + operation.words()
              + " on thread '"
              + caller.getName()
              + "': the session is in use by thread '"
              + nameOf(user)
              + "'. Give each thread a session of its own.");
    }
    depth++;
    if (!operation.isLegalIn(phase)) {
      leave();
      throw illegal(operation);
    }
  }

  void leave() {
    if (--depth == 0) {
      user = null;
    }
  }

  Operation.Phase phase() {
    return phase;
  }

  void phase(Operation.Phase next) {
    phase = next;
    failure = null;
  }

  /** Refuses work until a rollback, because of {@code cause}. */
  void failed(Throwable cause) {
    phase = Operation.Phase.FAILED;
    failure = cause;
  }

  /** Refuses what the phase {@link Operation.Phase#FAILED} does not allow. */
  void requireNotFailed(Operation operation) {
    if (phase == Operation.Phase.FAILED) {
      throw illegal(operation);
    }
  }

  private RuntimeException illegal(Operation operation) {
    Throwable first = failure;
    if (phase == Operation.Phase.FAILED && first != null) {
      return new PendingRollbackException(operation.words(), first);
    }
    if (phase == Operation.Phase.FLUSHING) {
      return new SessionStateException(
          OrmError.FLUSH_IN_PROGRESS,
          "Cannot "
              + operation.words()
              + ": the session is flushing, and this call comes from within. Do it before or after"
              + " the flush.");
    }
    if (phase == Operation.Phase.COMMITTED) {
      return new SessionStateException(
          OrmError.TRANSACTION_STATE,
          "Cannot "
              + operation.words()
              + ": the transaction was committed, and this call comes from a listener that hears of it."
              + " Do it in beforeCommit, or once commit() has returned.");
    }
    return new SessionStateException(
        OrmError.SESSION_CLOSED,
        "Cannot "
            + operation.words()
            + ": the session is closed. Open another one, or call reset() on this one.");
  }

  private static String nameOf(@Nullable Thread thread) {
    return thread == null ? "(just left)" : thread.getName();
  }
}
