package io.aludel.queryset;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Waits for what is under way, but not forever. */
final class Soon {
  private static final long SECONDS = 60;

  private Soon() {}

  static <R extends @Nullable Object> R get(CompletionStage<R> stage) {
    CompletableFuture<R> future = stage.toCompletableFuture();
    return future.copy().orTimeout(SECONDS, TimeUnit.SECONDS).join();
  }
}
