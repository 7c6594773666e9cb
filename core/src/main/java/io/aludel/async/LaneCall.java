package io.aludel.async;

import io.aludel.engine.internal.Cancellation;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One call of a lane: its work, and the stage that the caller holds. */
final class LaneCall<T extends @Nullable Object> extends CompletableFuture<T> {
  private final Cancellation cancellation = new Cancellation();
  private final Supplier<? extends T> work;
  private final Consumer<? super T> unwanted;
  private Runnable outcome = () -> {};

  LaneCall(Supplier<? extends T> work, Consumer<? super T> unwanted) {
    this.work = work;
    this.unwanted = unwanted;
  }

  /** Does the work, unless nobody wants it any more. Tells nobody yet. */
  void perform() {
    if (isDone()) {
      return;
    }
    try {
      T result = cancellation.during(work::get);
      outcome = () -> tell(result);
    } catch (Throwable failure) {
      fail(failure);
    }
  }

  private void tell(T result) {
    if (!complete(result)) {
      unwanted.accept(result);
    }
  }

  /** Takes a failure for the outcome of work that is not done. Tells nobody yet. */
  void fail(Throwable failure) {
    outcome = () -> super.completeExceptionally(failure);
  }

  /** Tells those who wait for the stage. */
  void publish() {
    outcome.run();
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    return unwantedIf(super.cancel(mayInterruptIfRunning));
  }

  /** A time-out that fails this future ends the work, too: nobody waits for it any more. */
  @Override
  public boolean completeExceptionally(Throwable failure) {
    return unwantedIf(super.completeExceptionally(failure));
  }

  private boolean unwantedIf(boolean first) {
    if (first) {
      cancellation.cancel();
    }
    return first;
  }

  /** Stages derived from this one are plain: cancelling them does not stop the work. */
  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new CompletableFuture<>();
  }
}
