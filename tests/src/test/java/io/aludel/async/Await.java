package io.aludel.async;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What tests do with stages: wait, but not for ever. */
public final class Await {
  private static final int SECONDS = 30;

  private Await() {}

  public static <T extends @Nullable Object> T done(CompletionStage<T> stage) {
    return stage
        .toCompletableFuture()
        .copy()
        .orTimeout(SECONDS, TimeUnit.SECONDS)
        .join();
  }

  /** Waits for a thread's end. */
  public static void ended(Thread thread) {
    try {
      thread.join(TimeUnit.SECONDS.toMillis(SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError("waiting for " + thread + " was interrupted", e);
    }
    if (thread.isAlive()) {
      throw new AssertionError(thread + " did not end");
    }
  }

  /** Has the garbage collected until a reference is empty. */
  public static void collected(Supplier<?> reference) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (reference.get() != null) {
      if (System.nanoTime() > end) {
        throw new AssertionError("what nobody holds was not collected");
      }
      System.gc();
      LockSupport.parkNanos(5_000_000);
    }
  }
}
