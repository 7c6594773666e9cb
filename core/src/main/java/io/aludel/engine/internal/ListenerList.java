package io.aludel.engine.internal;

import io.aludel.ArgumentException;
import io.aludel.ListenerHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Listeners of one event, called in the order they came. Asking whether there are any costs one read. */
public final class ListenerList<L> {
  private volatile List<L> listeners = List.of();

  public synchronized ListenerHandle add(L listener) {
    ArgumentException.requireNonNull(listener, "a listener of an engine");
    List<L> more = new ArrayList<>(listeners);
    more.add(listener);
    listeners = List.copyOf(more);
    return new Registration<>(this, listener);
  }

  private synchronized void remove(L listener) {
    List<L> fewer = new ArrayList<>(listeners);
    for (int i = 0; i < fewer.size(); i++) {
      if (fewer.get(i) == listener) {
        fewer.remove(i);
        break;
      }
    }
    listeners = List.copyOf(fewer);
  }

  public boolean isEmpty() {
    return listeners.isEmpty();
  }

  public void tell(Consumer<L> call) {
    for (L listener : listeners) {
      call.accept(listener);
    }
  }

  /** Removes one listener once. */
  private static final class Registration<L> implements ListenerHandle {
    private final ListenerList<L> list;
    private final L listener;
    private boolean removed;

    Registration(ListenerList<L> list, L listener) {
      this.list = list;
      this.listener = listener;
    }

    @Override
    public synchronized void remove() {
      if (!removed) {
        removed = true;
        list.remove(listener);
      }
    }
  }
}
