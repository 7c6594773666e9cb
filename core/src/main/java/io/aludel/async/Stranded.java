package io.aludel.async;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Lanes for which no thread could be started. They are ended one after the other, not within each other. */
final class Stranded {
  private final Deque<Entry> waiting = new ArrayDeque<>();
  private boolean busy;

  private record Entry(Lane lane, Throwable reason) {}

  /** Fails the call of a lane, on this thread or on the one that is failing others right now. */
  void add(Lane lane, Throwable reason) {
    synchronized (waiting) {
      waiting.add(new Entry(lane, reason));
      if (busy) {
        return;
      }
      busy = true;
    }
    for (Entry next = next(); next != null; next = next()) {
      next.lane().refuse(next.reason());
    }
  }

  private @Nullable Entry next() {
    synchronized (waiting) {
      Entry next = waiting.poll();
      busy = next != null;
      return next;
    }
  }
}
