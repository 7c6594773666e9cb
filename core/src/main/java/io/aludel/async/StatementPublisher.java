package io.aludel.async;

import io.aludel.ArgumentException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Supplier;

/** Executes a statement when a subscriber comes, and publishes its rows to it. */
final class StatementPublisher<T> implements Flow.Publisher<T> {
  private final Supplier<CompletionStage<AsyncResult<T>>> execution;

  StatementPublisher(Supplier<CompletionStage<AsyncResult<T>>> execution) {
    this.execution = execution;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super T> subscriber) {
    ArgumentException.requireNonNull(subscriber, "the subscriber of rows");
    execution.get().whenComplete((result, failure) -> {
      if (failure == null) {
        result.publisher().subscribe(subscriber);
      } else {
        subscriber.onSubscribe(new Ended());
        subscriber.onError(failure);
      }
    });
  }

  /** The subscription of somebody who gets nothing. */
  private static final class Ended implements Flow.Subscription {
    @Override
    public void request(long rows) {}

    @Override
    public void cancel() {}
  }
}
