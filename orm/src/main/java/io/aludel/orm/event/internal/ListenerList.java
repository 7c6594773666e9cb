package io.aludel.orm.event.internal;

import io.aludel.ListenerHandle;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The listeners of one event, in the order in which they were registered. Looking costs nothing if there are none. */
public final class ListenerList<L> {
  private final CopyOnWriteArrayList<Slot<L>> slots = new CopyOnWriteArrayList<>();

  /** A registration, so that the same listener can be there twice and be removed once. */
  private static final class Slot<L> {
    final L listener;

    Slot(L listener) {
      this.listener = listener;
    }
  }

  /** Adds a listener; what comes back takes it out again. */
  public ListenerHandle add(L listener) {
    Slot<L> slot = new Slot<>(listener);
    slots.add(slot);
    return () -> slots.remove(slot);
  }

  public boolean isEmpty() {
    return slots.isEmpty();
  }

  public List<L> all() {
    return slots.isEmpty()
        ? List.of()
        : slots.stream().map(slot -> slot.listener).toList();
  }
}
