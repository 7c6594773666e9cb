package io.aludel.engine.internal;

import io.aludel.engine.pool.PoolStatus;
import java.util.concurrent.atomic.AtomicInteger;

/** Opens a connection for each checkout and closes it on return. */
public final class UnpooledSource implements ConnectionSource {
  private final ConnectionOpener opener;
  private final AtomicInteger active = new AtomicInteger();

  public UnpooledSource(ConnectionOpener opener) {
    this.opener = opener;
  }

  @Override
  public PhysicalConnection take() {
    PhysicalConnection opened = opener.open();
    active.incrementAndGet();
    return opened;
  }

  @Override
  public void giveBack(PhysicalConnection connection) {
    discard(connection);
  }

  @Override
  public void discard(PhysicalConnection connection) {
    active.decrementAndGet();
    connection.close();
  }

  @Override
  public void release(PhysicalConnection connection) {
    active.decrementAndGet();
  }

  @Override
  public PoolStatus status() {
    int now = active.get();
    return new PoolStatus(now, now, 0, 0);
  }

  @Override
  public void close() {
    // connections in use are closed when they come back
  }
}
