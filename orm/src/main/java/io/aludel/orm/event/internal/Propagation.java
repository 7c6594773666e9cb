package io.aludel.orm.event.internal;

import io.aludel.ListenerHandle;
import io.aludel.orm.event.EntityEvents;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** One listener of a class and of all that extend it. */
final class Propagation<E> implements ListenerHandle {
  private final Function<EntityEvents<E>, ListenerHandle> registration;
  private final List<ListenerHandle> handles = new CopyOnWriteArrayList<>();
  private volatile boolean removed;

  Propagation(Function<EntityEvents<E>, ListenerHandle> registration) {
    this.registration = registration;
  }

  @SuppressWarnings("unchecked") // whoever hears of a class can hear of one that extends it
  void applyTo(Listeners<?> listeners) {
    if (!removed) {
      handles.add(registration.apply((EntityEvents<E>) listeners));
    }
  }

  @Override
  public void remove() {
    removed = true;
    handles.forEach(ListenerHandle::remove);
    handles.clear();
  }
}
