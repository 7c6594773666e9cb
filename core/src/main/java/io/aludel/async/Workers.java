package io.aludel.async;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The threads on which blocking work is done for callers that must not wait. At most so many lanes have
 * their turn at a time; the others wait in line, in memory and without a thread, the one that came first
 * goes first. So thousands of callers share a few database connections, and each is served.
 *
 * <p>A call costs a virtual thread from Java 24 on; before, a daemon thread of a pool that grows as needed
 * and gives threads back after ten seconds without work. (Java 21 to 23 have virtual threads that a lock
 * of a driver pins, so that they are not used.) Threads are named after the workers. Safe to share.
 */
public final class Workers {
  private static final long IDLE_SECONDS = 10;

  private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
  private final Set<Lane> holding = new HashSet<>();
  private final Turns turns;
  private final Stranded stranded = new Stranded();
  private final Executor threads;
  private final Runnable release;
  private int calls;
  private boolean closed;

  Workers(int most, Executor threads, Runnable release) {
    this.turns = new Turns(most);
    this.threads = threads;
    this.release = release;
  }

  /**
   * Workers on the lightest threads there are.
   *
   * @param name what the names of their threads begin with
   * @param most how many lanes have their turn at a time, at least 1
   * @return the workers, to be closed by the caller
   * @throws ArgumentException if the name is empty, or {@code most} is less than 1
   */
  public static Workers create(String name, int most) {
    if (!WorkerThreads.areVirtual()) {
      return pooled(name, most);
    }
    ThreadFactory made = WorkerThreads.virtual(requireName(name));
    return new Workers(requireSome(most), task -> made.newThread(task).start(), () -> {});
  }

  /**
   * Workers on pooled threads of the operating system in any case: for drivers that spend their time in
   * native code, which would keep a virtual thread's carrier from all others.
   *
   * @param name what the names of their threads begin with
   * @param most how many lanes have their turn at a time, at least 1
   * @return the workers, to be closed by the caller
   * @throws ArgumentException if the name is empty, or {@code most} is less than 1
   */
  public static Workers pooled(String name, int most) {
    ThreadPoolExecutor pool = new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        WorkerThreads.platform(requireName(name)));
    return new Workers(requireSome(most), pool, pool::shutdown);
  }

  private static String requireName(String name) {
    return ArgumentException.requireText(name, "the name of workers");
  }

  private static int requireSome(int most) {
    if (most < 1) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Workers cannot serve " + most + " lanes at a time. Give at least 1.");
    }
    return most;
  }

  /**
   * A new lane, whose calls hold nothing back between each other.
   *
   * @return the lane
   */
  public Lane lane() {
    return lane(() -> false);
  }

  /**
   * A new lane.
   *
   * @param holding whether the work done so far holds back what other lanes may wait for, such as a
   *     database connection; asked after each call, on its thread
   * @return the lane
   */
  public Lane lane(BooleanSupplier holding) {
    return new Lane(
        this, ArgumentException.requireNonNull(holding, "whether a lane holds something back"));
  }

  /**
   * Does work that needs no order: a call on a lane of its own.
   *
   * @param work what to do
   * @param <T> the type of its result
   * @return the result, when it is there; see {@link Lane#call(Supplier)}
   */
  public <T extends @Nullable Object> CompletionStage<T> call(Supplier<? extends T> work) {
    return lane().call(work);
  }

  /**
   * Refuses further calls, except those of lanes that hold something back, which can come to their end.
   * Never waits.
   *
   * @return done when all calls have ended and no lane holds anything back
   */
  public CompletionStage<@Nullable Void> close() {
    synchronized (holding) {
      closed = true;
    }
    endIfIdle();
    return ended.copy();
  }

  Turns turns() {
    return turns;
  }

  /** Gives a lane a thread. If there is none to be had, its call fails, and nothing waits for ever. */
  void start(Lane lane) {
    try {
      threads.execute(lane::next);
    } catch (RuntimeException | Error none) {
      stranded.add(lane, none);
    }
  }

  /** Counts a call, unless it is refused. */
  boolean begins(boolean underWay) {
    synchronized (holding) {
      if (closed && !underWay) {
        return false;
      }
      calls++;
      return true;
    }
  }

  /** Notes whether a lane has something others may wait for. */
  void keeps(Lane lane, boolean something) {
    synchronized (holding) {
      if (something) {
        holding.add(lane);
      } else {
        holding.remove(lane);
      }
    }
  }

  void ends() {
    synchronized (holding) {
      calls--;
    }
    endIfIdle();
  }

  private void endIfIdle() {
    synchronized (holding) {
      if (!closed || calls > 0 || !holding.isEmpty()) {
        return;
      }
    }
    release.run();
    ended.complete(null);
  }
}
