package io.aludel.async;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lets so many in at a time; the others wait in the order in which they came, without a thread. */
final class Turns {
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private int free;

  Turns(int most) {
    this.free = most;
  }

  /** Runs {@code admitted} when it is its turn, now or within another's {@link #leave}. */
  void enter(Runnable admitted) {
    if (isAdmitted(admitted, waiting::addLast)) {
      admitted.run();
    }
  }

  /** The same, before all who wait: for those who come for the last time. */
  void enterFirst(Runnable admitted) {
    if (isAdmitted(admitted, waiting::addFirst)) {
      admitted.run();
    }
  }

  private boolean isAdmitted(Runnable admitted, Consumer<Runnable> line) {
    synchronized (waiting) {
      if (free == 0) {
        line.accept(admitted);
        return false;
      }
      free--;
      return true;
    }
  }

  void leave() {
    Runnable next = next();
    if (next != null) {
      next.run();
    }
  }

  private @Nullable Runnable next() {
    synchronized (waiting) {
      Runnable next = waiting.poll();
      if (next == null) {
        free++;
      }
      return next;
    }
  }
}
