package io.aludel.async;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
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

  /** Waits until something is so. */
  public static void until(String what, BooleanSupplier so) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain: " + what);
      }
      LockSupport.parkNanos(2_000_000);
    }
  }

  /** Waits until all platform threads have ended whose names begin so. */
  public static void noThread(String name) {
    until(
        "the threads " + name + "- end",
        () -> Thread.getAllStackTraces().keySet().stream()
            .noneMatch(thread -> thread.getName().startsWith(name + "-")));
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
    until("nobody holds it, and it is collected", () -> {
      System.gc();
      return reference.get() == null;
    });
  }
}
