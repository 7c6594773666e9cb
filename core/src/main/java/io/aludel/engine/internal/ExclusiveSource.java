package io.aludel.engine.internal;

import io.aludel.CoreError;
import io.aludel.InvalidRequestException;
import io.aludel.engine.pool.PoolStatus;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One connection at a time, and a failure that says where it was taken when a second is wanted. */
public final class ExclusiveSource implements ConnectionSource {
  private final ConnectionOpener opener;
  private final AtomicReference<@Nullable Taken> taken = new AtomicReference<>();
  private @Nullable PhysicalConnection only;
  private volatile boolean closed;

  /** Where the connection was taken: the stack of that moment. */
  private static final class Taken extends Exception {
    private static final long serialVersionUID = 1L;
  }

  public ExclusiveSource(ConnectionOpener opener) {
    this.opener = opener;
  }

  @Override
  public PhysicalConnection take() {
    Taken now = new Taken();
    if (!taken.compareAndSet(null, now)) {
      Taken before = taken.get();
      InvalidRequestException refused = new InvalidRequestException(
          CoreError.ONLY_CONNECTION_TAKEN,
          "No second connection can be given for " + opener.url()
              + ": its pool allows one at a time, and it was not closed. Where it was taken is the"
              + " suppressed exception.");
      if (before != null) {
        refused.addSuppressed(before);
      }
      throw refused;
    }
    PhysicalConnection known = only;
    try {
      known = known == null ? opener.open() : known;
      only = known;
      return known;
    } finally {
      if (known == null) {
        taken.set(null);
      }
    }
  }

  @Override
  public void giveBack(PhysicalConnection connection) {
    if (closed) {
      discard(connection);
    }
    taken.set(null);
  }

  @Override
  public void discard(PhysicalConnection connection) {
    release(connection);
    connection.close();
  }

  @Override
  public void release(PhysicalConnection connection) {
    only = null;
    taken.set(null);
  }

  @Override
  public PoolStatus status() {
    int active = taken.get() == null ? 0 : 1;
    int total = only == null ? 0 : 1;
    return new PoolStatus(total, active, total - active, 0);
  }

  @Override
  public void close() {
    closed = true;
    PhysicalConnection idle = only;
    if (idle != null && taken.get() == null) {
      discard(idle);
    }
  }
}
