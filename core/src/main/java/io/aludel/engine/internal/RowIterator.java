package io.aludel.engine.internal;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Goes over rows one after another. */
public final class RowIterator<T extends @Nullable Object> implements Iterator<T> {
  private final BooleanSupplier advance;
  private final Supplier<T> row;
  private boolean ready;
  private boolean ended;

  public RowIterator(BooleanSupplier advance, Supplier<T> row) {
    this.advance = advance;
    this.row = row;
  }

  @Override
  public boolean hasNext() {
    if (!ready && !ended) {
      ready = advance.getAsBoolean();
      ended = !ready;
    }
    return ready;
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the result has no further row");
    }
    ready = false;
    return row.get();
  }
}
