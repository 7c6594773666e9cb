package io.aludel.async;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import io.aludel.InvalidRequestException;
import io.aludel.engine.Result;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the rows of a result to one subscriber. Rows are fetched on the result's lane, never more than
 * were requested, and handed over outside of it, so that the subscriber may use the connection.
 */
final class RowPublisher<T> implements Flow.Publisher<T> {
  private static final int PORTION = 256;

  private final Lane lane;
  private final Result<T> result;
  private final AtomicBoolean taken = new AtomicBoolean();

  RowPublisher(Lane lane, Result<T> result) {
    this.lane = lane;
    this.result = result;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super T> subscriber) {
    ArgumentException.requireNonNull(subscriber, "the subscriber of rows");
    RowSubscription subscription = new RowSubscription(subscriber);
    boolean first = taken.compareAndSet(false, true);
    subscription.finished = !first;
    subscriber.onSubscribe(subscription);
    if (!first) {
      subscriber.onError(
          new InvalidRequestException(
              CoreError.CLOSED,
              "Rows were published already, and a result can be read once. Execute the statement again."));
    }
  }

  /** The demand of the subscriber; one fetch is under way at most. */
  private final class RowSubscription implements Flow.Subscription {
    private final Flow.Subscriber<? super T> subscriber;
    private long demand;
    private boolean fetching;
    private boolean finished;
    private @Nullable CompletableFuture<List<T>> fetch;

    RowSubscription(Flow.Subscriber<? super T> subscriber) {
      this.subscriber = subscriber;
    }

    @Override
    public void request(long rows) {
      if (rows < 1) {
        // Flow prescribes this class
        fail(new IllegalArgumentException(
            "Rows must be requested by the number, at least 1, and not " + rows + "."));
        return;
      }
      synchronized (this) {
        demand = demand + rows < 0 ? Long.MAX_VALUE : demand + rows;
      }
      fetchMore();
    }

    private void fetchMore() {
      int size;
      synchronized (this) {
        if (finished || fetching || demand == 0) {
          return;
        }
        fetching = true;
        size = (int) Math.min(demand, PORTION);
        demand -= size;
      }
      CompletableFuture<List<T>> begun =
          lane.<List<T>>call(() -> result.fetch(size)).toCompletableFuture();
      synchronized (this) {
        fetch = begun;
      }
      begun.whenComplete((rows, failure) -> {
        if (failure == null) {
          deliver(rows, size);
        } else if (!(failure instanceof CancellationException)) {
          fail(failure);
        }
      });
    }

    private void deliver(List<T> rows, int wanted) {
      try {
        for (T row : rows) {
          if (isFinished()) {
            return;
          }
          subscriber.onNext(row);
        }
      } catch (RuntimeException | Error broken) {
        cancel();
        throw broken;
      }
      if (rows.size() < wanted) {
        if (finish()) {
          subscriber.onComplete();
        }
        return;
      }
      synchronized (this) {
        fetching = false;
      }
      fetchMore();
    }

    private void fail(Throwable failure) {
      if (finish()) {
        subscriber.onError(failure);
      }
    }

    @Override
    public void cancel() {
      if (!finish()) {
        return;
      }
      CompletableFuture<List<T>> present;
      synchronized (this) {
        present = fetch;
      }
      if (present != null) {
        present.cancel(true);
      }
    }

    /** Ends the subscription and gives the rows up; whether this was the first to do so. */
    private boolean finish() {
      synchronized (this) {
        if (finished) {
          return false;
        }
        finished = true;
      }
      lane.run(result::close);
      return true;
    }

    private synchronized boolean isFinished() {
      return finished;
    }
  }
}
