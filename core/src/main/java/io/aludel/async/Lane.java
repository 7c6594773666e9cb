package io.aludel.async;

import io.aludel.ArgumentException;
import io.aludel.engine.ResourceClosedException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls that run one after the other, in the order in which they were made, whoever makes them: what a
 * connection or session that serves one thread at a time needs. Made by {@link Workers#lane}. Safe to
 * share.
 *
 * <p>Costs one small object, and one for each call that waits. Has a thread only while a call runs. A lane
 * whose work holds something back between calls, as an open transaction does its database connection,
 * keeps its place among the workers, so that those who wait for the same thing cannot take all of them.
 *
 * <p>A stage is completed once the lane has gone on to its next call, so what depends on it may wait for
 * another call of the lane.
 */
public final class Lane {
  private final Deque<LaneCall<?>> waiting = new ArrayDeque<>();
  private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
  private final Workers workers;
  private final BooleanSupplier holding;
  private boolean busy;
  private boolean placed;
  private boolean closed;

  Lane(Workers workers, BooleanSupplier holding) {
    this.workers = workers;
    this.holding = holding;
  }

  /**
   * Makes a call. Never waits. What the work throws fails the stage as it is. Cancelling the stage's
   * {@link CompletionStage#toCompletableFuture future} skips a call that has not begun; of one that runs
   * it cancels the statement that runs in the database, and the lane goes on once the work has ended.
   *
   * @param work what to do, on one of the worker threads
   * @param <T> the type of its result
   * @return the result, when it is there
   * @throws ResourceClosedException in the stage, if this lane or its workers are closed
   */
  public <T extends @Nullable Object> CompletionStage<T> call(Supplier<? extends T> work) {
    return call(work, result -> {});
  }

  /**
   * Makes a call whose result must be given back if nobody wants it any more.
   *
   * @param work what to do
   * @param unwanted gets the result of a call that was cancelled while it ran, on the worker's thread but
   *     no longer within the lane
   * @param <T> the type of its result
   * @return the result, when it is there
   * @throws ResourceClosedException in the stage, if this lane or its workers are closed
   */
  public <T extends @Nullable Object> CompletionStage<T> call(
      Supplier<? extends T> work, Consumer<? super T> unwanted) {
    ArgumentException.requireNonNull(work, "the work of a call");
    ArgumentException.requireNonNull(unwanted, "the taker of an unwanted result");
    LaneCall<T> call = new LaneCall<>(work, unwanted);
    if (!accepts(call)) {
      call.completeExceptionally(new ResourceClosedException(
          "Nothing can be called any more: the lane is closed, or its workers. Open another one."));
      return call;
    }
    advance();
    return call;
  }

  /**
   * Makes a call that gives nothing.
   *
   * @param work what to do
   * @return done when it is done
   * @throws ResourceClosedException in the stage, if this lane or its workers are closed
   */
  public CompletionStage<@Nullable Void> run(Runnable work) {
    ArgumentException.requireNonNull(work, "the work of a call");
    return call(() -> {
      work.run();
      return null;
    });
  }

  private boolean accepts(LaneCall<?> call) {
    synchronized (waiting) {
      return !closed && workers.begins(placed || busy) && waiting.add(call);
    }
  }

  /**
   * Refuses further calls, once a last one has been made.
   *
   * @param last what to do at the end, such as closing what the lane's calls worked on
   * @return done when all calls have ended, at once if they have; the second time, when the first is done
   */
  public CompletionStage<@Nullable Void> close(Runnable last) {
    ArgumentException.requireNonNull(last, "the last work of a lane");
    LaneCall<@Nullable Void> call = new LaneCall<>(
        () -> {
          last.run();
          return null;
        },
        nothing -> {});
    boolean accepted;
    synchronized (waiting) {
      if (closed) {
        return ended.copy();
      }
      accepted = workers.begins(placed || busy) && waiting.add(call);
      closed = true;
    }
    call.whenComplete((nothing, failure) -> end(failure));
    if (accepted) {
      advance();
    } else {
      call.perform();
      call.publish();
    }
    return ended.copy();
  }

  boolean isClosed() {
    synchronized (waiting) {
      return closed;
    }
  }

  private void end(@Nullable Throwable failure) {
    if (failure == null) {
      ended.complete(null);
    } else {
      ended.completeExceptionally(failure);
    }
  }

  private void advance() {
    boolean here;
    boolean last;
    synchronized (waiting) {
      if (busy || waiting.isEmpty()) {
        return;
      }
      busy = true;
      here = placed;
      placed = true;
      last = isLast();
    }
    if (here) {
      workers.start(this);
    } else if (last) {
      // Else what is done would keep its place until all that is not yet done has had its turn.
      workers.turns().enterFirst(() -> workers.start(this));
    } else {
      workers.turns().enter(() -> workers.start(this));
    }
  }

  /** Whether the next call is that of a close, after which there is none. */
  private boolean isLast() {
    return closed && waiting.size() == 1;
  }

  /** Does the call whose turn it is, on the thread that was started for it. */
  void next() {
    LaneCall<?> call = first();
    call.perform();
    finish(call);
  }

  /** Ends the call whose turn it is without a thread; only what a close has to do is done all the same. */
  void refuse(Throwable reason) {
    boolean closing;
    synchronized (waiting) {
      closing = isLast();
    }
    LaneCall<?> call = first();
    if (closing) {
      call.perform();
    } else {
      call.fail(reason);
    }
    finish(call);
  }

  private LaneCall<?> first() {
    synchronized (waiting) {
      return waiting.remove();
    }
  }

  private void finish(LaneCall<?> call) {
    boolean keeps = holdsSomething();
    synchronized (waiting) {
      busy = false;
      placed = keeps;
      // Under the lock, or the next call might tell first what comes after this.
      workers.keeps(this, keeps);
    }
    if (!keeps) {
      workers.turns().leave();
    }
    advance();
    // Before those who wait for the stage are told: they may wait for the workers' end.
    workers.ends();
    call.publish();
  }

  private boolean holdsSomething() {
    try {
      return holding.getAsBoolean();
    } catch (RuntimeException | Error unknown) {
      return false;
    }
  }
}
