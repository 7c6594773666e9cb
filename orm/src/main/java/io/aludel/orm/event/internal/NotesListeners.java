package io.aludel.orm.event.internal;

import io.aludel.ArgumentException;
import io.aludel.ListenerHandle;
import io.aludel.orm.event.EntityEvents.NotesListener;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Those who hear of objects that go into a stream, or come from one. */
public final class NotesListeners<E> {
  private final ListenerList<NotesListener<? super E>> all = new ListenerList<>();

  NotesListeners() {}

  ListenerHandle add(NotesListener<? super E> listener) {
    return all.add(ArgumentException.requireNonNull(listener, "the listener"));
  }

  public boolean isHeard() {
    return !all.isEmpty();
  }

  public void tell(E object, Map<String, @Nullable Object> notes) {
    all.all().forEach(listener -> listener.happened(object, notes));
  }
}
