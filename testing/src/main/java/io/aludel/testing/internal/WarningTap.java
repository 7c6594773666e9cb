package io.aludel.testing.internal;

import io.aludel.Warning;
import io.aludel.WarningListener;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Hands warnings to whoever catches those of this thread. */
public final class WarningTap implements WarningListener {
  private static final ThreadLocal<Deque<Consumer<? super Warning>>> TAKERS =
      ThreadLocal.withInitial(ArrayDeque::new);

  /** Found by the service loader. */
  public WarningTap() {}

  public static void open(Consumer<? super Warning> taker) {
    TAKERS.get().push(taker);
  }

  public static void close() {
    Deque<Consumer<? super Warning>> takers = TAKERS.get();
    takers.pop();
    if (takers.isEmpty()) {
      TAKERS.remove();
    }
  }

  @Override
  public boolean warned(Warning warning) {
    Consumer<? super Warning> taker = TAKERS.get().peek();
    if (taker == null) {
      TAKERS.remove();
      return false;
    }
    taker.accept(warning);
    return true;
  }
}
