package io.aludel.engine.internal;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Goes over rows in lists, each fetched when it is asked for. */
public final class PartitionIterator<T extends @Nullable Object> implements Iterator<List<T>> {
  private final Supplier<List<T>> fetch;
  private List<T> upcoming = List.of();
  private boolean ended;

  public PartitionIterator(Supplier<List<T>> fetch) {
    this.fetch = fetch;
  }

  @Override
  public boolean hasNext() {
    if (upcoming.isEmpty() && !ended) {
      upcoming = fetch.get();
      ended = upcoming.isEmpty();
    }
    return !upcoming.isEmpty();
  }

  @Override
  public List<T> next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the result has no further row");
    }
    List<T> given = upcoming;
    upcoming = List.of();
    return given;
  }
}
