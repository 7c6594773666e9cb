package io.aludel.orm.internal.session;

import io.aludel.AludelException;
import io.aludel.Warnings;
import io.aludel.orm.Flush;
import io.aludel.orm.FlushException;
import io.aludel.orm.OrmError;
import io.aludel.orm.SessionStateException;
import io.aludel.orm.internal.flush.UnitOfWork;
import io.aludel.orm.internal.state.EntityState;
import org.jspecify.annotations.Nullable;

/**
 * Flush, commit and rollback: the session's transaction and the states of its objects, moved together so
 * that neither is ever ahead of the other.
 */
public final class Lifecycle {
  private static final int MOST_ROUNDS = 100;
  private static final Warnings WARNINGS = Warnings.of("io.aludel.orm.flush");

  /** Which objects a commit expires. */
  private enum Expiry {
    ALL,
    NONE
  }

  private final SessionCore core;
  private final UseGuard guard;
  private final Transactions transactions;
  private final SessionContents contents;
  private final ObjectMoves moves;
  private boolean emitting;
  private boolean committing;

  Lifecycle(SessionCore core, UseGuard guard, Transactions transactions) {
    this.core = core;
    this.guard = guard;
    this.transactions = transactions;
    this.contents = core.contents();
    this.moves = core.moves();
  }

  /** Writes what changed. A failure rolls back and leaves the session waiting for a rollback. */
  public void flush() {
    if (contents.isClean()) {
      return;
    }
    guard.requireNotFailed(Operation.FLUSH);
    Frame frame = transactions.require(Operation.FLUSH);
    guard.phase(Operation.Phase.FLUSHING);
    try {
      runFlush();
      guard.phase(Operation.Phase.READY);
    } catch (RuntimeException | Error failure) {
      emitting = false;
      fail(frame, failure);
      throw failure;
    }
    contents.sweep();
  }

  /** Writes past the unit of work; a failure is as that of a flush. */
  void writing(Runnable work) {
    Frame frame = transactions.require(Operation.BULK);
    guard.phase(Operation.Phase.FLUSHING);
    try {
      work.run();
      guard.phase(Operation.Phase.READY);
    } catch (RuntimeException | Error failure) {
      fail(frame, failure);
      throw failure;
    }
  }

  private void runFlush() {
    SessionListeners listeners = core.listeners();
    Flush before = new Flush(core::explainFlush);
    listeners.tell(listeners.beforeFlush(), core.session(), before);
    UnitOfWork work = core.unitOfWork();
    work.prepare();
    contents.mark();
    emitting = true;
    work.emit();
    Flush flush = new Flush(work::describe);
    emitting = false;
    listeners.tell(listeners.afterFlush(), core.session(), flush);
    work.settle();
    contents.dropExpressions();
    contents.resetLateChanges();
    listeners.tell(listeners.afterFlushPostexec(), core.session(), flush);
  }

  /** What a listener does to other objects while statements run is not part of the plan. */
  void warnWithinFlush(Operation operation) {
    if (emitting) {
      WARNINGS.warn(
          "A listener of rows was used to {} while a flush sends its statements; that waits for the next"
              + " flush. Do it in beforeFlush.",
          operation.words());
    }
  }

  private void flushUntilClean() {
    for (int round = 0; !contents.isClean(); round++) {
      if (round == MOST_ROUNDS) {
        throw new FlushException(
            OrmError.ENDLESS_FLUSH,
            "Cannot commit: after "
                + MOST_ROUNDS
                + " flushes there are still changes. Look for a listener that changes objects each"
                + " time they are flushed.");
      }
      flush();
    }
  }

  /** Takes back the innermost transaction or savepoint; only the permission to go on is missing. */
  private void fail(Frame frame, Throwable failure) {
    try {
      transactions.rollBackInnermost();
    } catch (AludelException second) {
      failure.addSuppressed(second);
    }
    moves.restore(frame.journal(), frame.isNested());
    contents.dropExpressions();
    frame.status(Frame.Status.FAILED);
    guard.failed(failure);
    tellRolledBack(frame);
  }

  /** Commits everything, savepoints included. */
  public void commit() {
    commit(rootOf(transactions.require(Operation.COMMIT)));
  }

  /** Commits everything, as the last thing before the session lets go of its objects. */
  public void commitForGood() {
    commit(rootOf(transactions.require(Operation.COMMIT)), Expiry.NONE);
  }

  /** Commits a transaction, or releases a savepoint, and whatever is open within it. */
  public void commit(Frame frame) {
    commit(frame, core.settings().expireOnCommit() ? Expiry.ALL : Expiry.NONE);
  }

  private void commit(Frame frame, Expiry expiry) {
    requireActive(frame);
    requireNotCommitting();
    while (true) {
      Frame innermost = requireInnermost();
      finish(innermost);
      commitInnermost(innermost, expiry);
      if (innermost == frame) {
        assert SessionInvariants.hold(core);
        return;
      }
    }
  }

  private void requireNotCommitting() {
    if (committing) {
      throw new SessionStateException(
          OrmError.TRANSACTION_STATE,
          "Cannot commit: a commit is in progress, and this call comes from a listener that hears of it."
              + " Flush instead, or let the commit go on.");
    }
  }

  /** The last words of listeners, and the last flush. */
  private void finish(Frame frame) {
    if (frame.status() == Frame.Status.PREPARED) {
      requireNothingSince();
      return;
    }
    committing = true;
    try {
      SessionListeners listeners = core.listeners();
      listeners.tell(listeners.beforeCommit(), core.session());
      flushUntilClean();
    } finally {
      committing = false;
    }
  }

  private void requireNothingSince() {
    if (!contents.isClean()) {
      throw new SessionStateException(
          OrmError.TRANSACTION_STATE,
          "Cannot commit: objects were changed after the transaction was prepared, and nothing more can be"
              + " written in it. Roll it back, or expire these objects.");
    }
  }

  /** Flushes, and has every database promise that it can commit; a refusal rolls all of them back. */
  public void prepare(Frame frame) {
    requireActive(frame);
    requireNotCommitting();
    if (frame.status() == Frame.Status.PREPARED) {
      throw new SessionStateException(
          OrmError.TRANSACTION_STATE,
          "Cannot prepare: the transaction is prepared. Commit it or roll it back.");
    }
    if (frame.isNested() || !core.settings().twoPhase()) {
      throw new SessionStateException(
          OrmError.TRANSACTION_STATE,
          "Cannot prepare: "
              + (frame.isNested()
                  ? "this is a savepoint. Prepare the transaction around it."
                  : "the session commits in one phase. Use SessionOption.twoPhase(true)."));
    }
    while (requireInnermost() != frame) {
      Frame innermost = requireInnermost();
      finish(innermost);
      commitInnermost(innermost, Expiry.NONE);
    }
    finish(frame);
    try {
      transactions.prepareDatabases();
    } catch (AludelException failure) {
      fail(frame, failure);
      throw failure;
    }
  }

  private void commitInnermost(Frame frame, Expiry expiry) {
    try {
      transactions.commitDatabases();
    } catch (AludelException failure) {
      fail(frame, failure);
      throw failure;
    }
    try {
      guard.phase(Operation.Phase.COMMITTED);
      SessionListeners listeners = core.listeners();
      listeners.tell(listeners.afterCommit(), core.session());
    } finally {
      if (guard.phase() == Operation.Phase.COMMITTED) {
        guard.phase(Operation.Phase.READY);
      }
      settle(frame, expiry);
    }
  }

  private void settle(Frame frame, Expiry expiry) {
    if (!transactions.isOpen(frame)) {
      return; // a listener closed the session
    }
    Frame parent = frame.parent();
    if (parent != null) {
      parent.journal().absorb(frame.journal());
    } else {
      moves.settleDeleted(frame.journal());
      if (expiry == Expiry.ALL) {
        core.identities().forEach(EntityState::expire);
      }
    }
    transactions.leave(frame);
  }

  /** Rolls everything back, savepoints included, and makes a failed session usable again. */
  public void rollback() {
    Frame innermost = transactions.innermost();
    if (innermost != null) {
      rollBack(rootOf(innermost));
    }
  }

  /** Rolls a transaction or savepoint back, and whatever is open within it. */
  public void rollBack(Frame frame) {
    if (!transactions.isOpen(frame)) {
      return;
    }
    try {
      transactions.rollBackDatabases(frame);
    } finally {
      while (true) {
        Frame innermost = requireInnermost();
        boolean told = innermost.status() == Frame.Status.FAILED;
        if (!told) {
          moves.restore(innermost.journal(), innermost.isNested());
          contents.dropExpressions();
        }
        transactions.leave(innermost);
        if (!told) {
          tellRolledBack(innermost);
        }
        if (innermost == frame) {
          break;
        }
      }
      guard.phase(Operation.Phase.READY);
    }
    assert SessionInvariants.hold(core);
  }

  private void tellRolledBack(Frame frame) {
    SessionListeners listeners = core.listeners();
    if (!frame.isNested()) {
      listeners.tell(listeners.afterRollback(), core.session());
    }
    listeners.tell(listeners.afterSoftRollback(), core.session());
  }

  /** The innermost transaction or savepoint that is open, or null. */
  public @Nullable Frame innermost() {
    return transactions.innermost();
  }

  /** Whether the transaction has a connection by now. */
  public boolean isConnected() {
    return transactions.isConnected();
  }

  /** Whether a transaction or savepoint is still open. */
  public boolean isOpen(Frame frame) {
    return transactions.isOpen(frame);
  }

  /** Begins a transaction where none is open. */
  public Frame begin() {
    return transactions.begin();
  }

  /** Flushes, and begins a savepoint. */
  public Frame beginNested() {
    transactions.require(Operation.BEGIN);
    flush();
    return transactions.beginNested();
  }

  /** Lets go of all objects, rolls back what is open, and gives the connection back. */
  void reset(Operation.Phase next) {
    try {
      assert guard.phase() == Operation.Phase.FLUSHING || SessionInvariants.hold(core);
    } finally {
      release(next);
    }
  }

  /** As {@link #reset}, and gives the driver's connection up as broken. */
  void invalidate(Operation.Phase next) {
    transactions.invalidate();
    reset(next);
  }

  private void release(Operation.Phase next) {
    for (Frame each = transactions.innermost(); each != null; each = each.parent()) {
      moves.abandon(each.journal());
    }
    moves.expungeAll(core.listeners().isHeardOfLeaving());
    guard.phase(next);
    Frame innermost = transactions.innermost();
    if (innermost == null) {
      return;
    }
    try {
      transactions.abandonDatabases();
    } finally {
      for (Frame each = innermost; each != null; each = transactions.innermost()) {
        transactions.leave(each);
      }
    }
  }

  private static Frame rootOf(Frame frame) {
    Frame root = frame;
    for (Frame parent = root.parent(); parent != null; parent = root.parent()) {
      root = parent;
    }
    return root;
  }

  private void requireActive(@Nullable Frame frame) {
    if (frame == null || !transactions.isOpen(frame)) {
      throw new SessionStateException(
          OrmError.TRANSACTION_STATE,
          "Cannot commit: this transaction has ended, by a commit, a rollback, or the end of the one"
              + " around it. Begin another one.");
    }
  }

  private Frame requireInnermost() {
    Frame innermost = transactions.innermost();
    if (innermost == null) {
      throw new IllegalStateException("no transaction is open");
    }
    return innermost;
  }
}
