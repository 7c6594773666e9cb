package io.aludel.async;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What stages lack: an end that comes in any case. For the ORM and other layers. */
public final class Stages {
  private Stages() {}

  /**
   * Begins work, and ends it whatever comes of it.
   *
   * @param work begins the work; what it throws counts as its failure
   * @param end ends it; gets the failure of the work, or null
   * @param <T> the type of the result
   * @return the result once the end is done; the failure of the work, to which that of the end is added;
   *     else the failure of the end
   */
  public static <T extends @Nullable Object> CompletionStage<T> ending(
      Supplier<? extends CompletionStage<T>> work,
      Function<@Nullable Throwable, ? extends CompletionStage<?>> end) {
    return begun(work)
        .handle((result, failure) -> {
          Throwable first = failure == null ? null : unwrapped(failure);
          return begun(() -> end.apply(first))
              .handle((nothing, second) -> outcome(result, first, second));
        })
        .thenCompose(Function.identity())
        .thenCompose(Function.identity());
  }

  private static <T extends @Nullable Object> CompletionStage<T> begun(
      Supplier<? extends CompletionStage<? extends T>> work) {
    try {
      return work.get().thenApply(result -> result);
    } catch (RuntimeException | Error failure) {
      return CompletableFuture.failedFuture(failure);
    }
  }

  private static <T extends @Nullable Object> CompletionStage<T> outcome(
      T result, @Nullable Throwable first, @Nullable Throwable second) {
    if (first == null) {
      return second == null
          ? CompletableFuture.completedFuture(result)
          : CompletableFuture.failedFuture(unwrapped(second));
    }
    if (second != null && unwrapped(second) != first) {
      first.addSuppressed(unwrapped(second));
    }
    return CompletableFuture.failedFuture(first);
  }

  /** The failure itself, without what derived stages wrap around it. */
  private static Throwable unwrapped(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }
}
