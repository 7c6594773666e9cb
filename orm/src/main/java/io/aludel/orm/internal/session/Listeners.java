package io.aludel.orm.internal.session;

import io.aludel.ArgumentException;
import io.aludel.ListenerHandle;
import java.util.ArrayList;
import java.util.List;

/** The listeners of one event, in the order in which they came. Whether there are any costs one read. */
public final class Listeners<L> {
  private volatile List<L> present = List.of();

  /** Adds a listener. */
  public synchronized ListenerHandle add(L listener) {
    L checked = ArgumentException.requireNonNull(listener, "a listener of sessions");
    List<L> more = new ArrayList<>(present);
    more.add(checked);
    present = List.copyOf(more);
    boolean[] removed = new boolean[1];
    return () -> remove(checked, removed);
  }

  private synchronized void remove(L listener, boolean[] removed) {
    if (removed[0]) {
      return;
    }
    removed[0] = true;
    List<L> fewer = new ArrayList<>(present);
    for (int i = 0; i < fewer.size(); i++) {
      if (fewer.get(i) == listener) {
        fewer.remove(i);
        break;
      }
    }
    present = List.copyOf(fewer);
  }

  boolean isEmpty() {
    return present.isEmpty();
  }

  /** The listeners as they are now. */
  List<L> all() {
    return present;
  }
}
