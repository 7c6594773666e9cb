package io.aludel.orm.event.internal;

import io.aludel.ListenerHandle;
import io.aludel.orm.event.EntityEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Listeners of a class that is not mapped yet, kept until it is. */
public final class HeldEvents<E> {
  private final List<Held<E>> held = new ArrayList<>();
  private final EntityEvents<E> events = new ForwardedEvents<>(this::hold);
  private @Nullable EntityEvents<E> mapped;

  /** Where listeners are registered. */
  public EntityEvents<E> events() {
    return events;
  }

  private synchronized ListenerHandle hold(Function<EntityEvents<E>, ListenerHandle> registration) {
    if (mapped != null) {
      return registration.apply(mapped);
    }
    Held<E> one = new Held<>(registration);
    held.add(one);
    return one;
  }

  /** The class is mapped: hands over what was kept. */
  public synchronized void release(EntityEvents<E> to) {
    mapped = to;
    held.forEach(each -> each.release(to));
    held.clear();
  }

  /** A listener that waits, or waited. */
  private static final class Held<E> implements ListenerHandle {
    private final Function<EntityEvents<E>, ListenerHandle> registration;
    private @Nullable ListenerHandle handle;
    private boolean removed;

    Held(Function<EntityEvents<E>, ListenerHandle> registration) {
      this.registration = registration;
    }

    synchronized void release(EntityEvents<E> to) {
      if (!removed) {
        handle = registration.apply(to);
      }
    }

    @Override
    public synchronized void remove() {
      removed = true;
      if (handle != null) {
        handle.remove();
      }
    }
  }
}
