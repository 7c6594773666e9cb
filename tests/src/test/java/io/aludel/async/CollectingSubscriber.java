package io.aludel.async;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/** Takes what it gets, and asks for more when the test says so. */
public final class CollectingSubscriber<T> implements Flow.Subscriber<T> {
  public final List<T> rows = Collections.synchronizedList(new ArrayList<>());
  public final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
  public final CompletableFuture<Integer> end = new CompletableFuture<>();

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription.complete(given);
  }

  @Override
  public void onNext(T row) {
    rows.add(row);
  }

  @Override
  public void onError(Throwable failure) {
    end.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    end.complete(rows.size());
  }
}
