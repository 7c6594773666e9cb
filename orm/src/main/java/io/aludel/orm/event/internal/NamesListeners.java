package io.aludel.orm.event.internal;

import io.aludel.ArgumentException;
import io.aludel.ListenerHandle;
import io.aludel.orm.event.EntityEvents.AttributesListener;
import java.util.Set;

/** Those who hear of one thing that happens to several attributes of an object at once. */
public final class NamesListeners<E> {
  private final ListenerList<AttributesListener<? super E>> all = new ListenerList<>();

  NamesListeners() {}

  ListenerHandle add(AttributesListener<? super E> listener) {
    return all.add(ArgumentException.requireNonNull(listener, "the listener"));
  }

  /** Whether anybody listens, for whom it is worth finding out the names. */
  public boolean isHeard() {
    return !all.isEmpty();
  }

  public void tell(E object, Set<String> names) {
    if (!all.isEmpty()) {
      all.all().forEach(listener -> listener.happened(object, names));
    }
  }
}
