package io.aludel.engine.internal;

import io.aludel.engine.OverlappingUseException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Notices when two threads use the same thing at the same time. One thread may enter again while it is
 * inside, as listeners do; threads may take turns.
 */
public final class UseGuard {
  private final AtomicReference<@Nullable Thread> user = new AtomicReference<>();
  private final String subject;
  private int depth;

  public UseGuard(String subject) {
    this.subject = subject;
  }

  public void enter() {
    Thread current = Thread.currentThread();
    if (user.get() != current && !user.compareAndSet(null, current)) {
      Thread other = user.get();
      throw new OverlappingUseException("This " + subject + " is in use by "
          + (other == null ? "another thread" : "thread '" + other.getName() + "'")
          + " and was used by thread '" + current.getName()
          + "' at the same time. Give each thread its own.");
    }
    depth++;
  }

  public void exit() {
    depth--;
    if (depth == 0) {
      user.set(null);
    }
  }
}
