package io.aludel.async;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What tests do with stages: wait, but not for ever. */
public final class Await {
  private Await() {}

  public static <T extends @Nullable Object> T done(CompletionStage<T> stage) {
    return stage.toCompletableFuture().copy().orTimeout(60, TimeUnit.SECONDS).join();
  }
}
