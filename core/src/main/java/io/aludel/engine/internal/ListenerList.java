package io.aludel.engine.internal;

import io.aludel.ArgumentException;
import io.aludel.ListenerHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Listeners of one event, called in the order they came. Asking whether there are any costs one read. */
public final class ListenerList<L> {
  private final @Nullable ListenerList<L> before;
  private volatile List<L> listeners = List.of();

  ListenerList() {
    this(null);
  }

  /** Listeners that are called after those of another list. */
  public ListenerList(@Nullable ListenerList<L> before) {
    this.before = before;
  }

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
    return listeners.isEmpty() && (before == null || before.isEmpty());
  }

  /** The listeners of this moment. */
  public List<L> all() {
    if (before == null) {
      return listeners;
    }
    List<L> all = new ArrayList<>(before.all());
    all.addAll(listeners);
    return all;
  }

  public void tell(Consumer<L> call) {
    if (before != null) {
      before.tell(call);
    }
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
