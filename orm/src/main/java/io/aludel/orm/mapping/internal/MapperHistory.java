package io.aludel.orm.mapping.internal;

import io.aludel.orm.mapping.Mapper;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The mappers of one class, the newest in front: when it goes, the one before it counts again. */
public final class MapperHistory {
  private final Deque<WeakReference<Mapper<?>>> older = new ArrayDeque<>();
  private volatile @Nullable Mapper<?> newest;

  /** The newest mapper, or null if no registry maps the class. */
  public @Nullable Mapper<?> newest() {
    return newest;
  }

  /** A registry maps the class anew. Mappers before it are kept only as long as their registries are. */
  public synchronized void add(Mapper<?> mapper) {
    if (newest != null) {
      older.removeIf(each -> each.get() == null);
      older.push(new WeakReference<>(newest));
    }
    newest = mapper;
  }

  /** A registry has forgotten its mapper. */
  public synchronized void remove(Mapper<?> mapper) {
    older.removeIf(each -> each.get() == null || each.get() == mapper);
    if (newest == mapper) {
      WeakReference<Mapper<?>> before = older.poll();
      newest = before == null ? null : before.get();
    }
  }
}
