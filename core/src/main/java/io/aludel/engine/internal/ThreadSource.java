package io.aludel.engine.internal;

import io.aludel.CoreError;
import io.aludel.engine.pool.PoolStatus;
import io.aludel.engine.pool.PoolTimeoutException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One connection for each thread, kept for its next checkout. Those of threads that have ended are closed
 * when another one is opened.
 */
public final class ThreadSource implements ConnectionSource {
  private final ConnectionOpener opener;
  private final Map<Thread, Place> places = new HashMap<>();
  private boolean closed;

  /** What one thread has. */
  private static final class Place {
    private @Nullable PhysicalConnection connection;
    private boolean active;
  }

  public ThreadSource(ConnectionOpener opener) {
    this.opener = opener;
  }

  @Override
  public PhysicalConnection take() {
    Place own = reserve();
    PhysicalConnection known = own.connection;
    if (known != null) {
      return known;
    }
    try {
      PhysicalConnection opened = opener.open();
      own.connection = opened;
      return opened;
    } finally {
      own.active = own.connection != null;
    }
  }

  private synchronized Place reserve() {
    Place own = places.get(Thread.currentThread());
    if (own == null) {
      forgetEndedThreads();
      own = new Place();
      places.put(Thread.currentThread(), own);
    } else if (own.active) {
      throw new PoolTimeoutException(
          CoreError.ONLY_CONNECTION_TAKEN,
          "No second connection can be given for " + opener.url()
              + ": each thread has one, and this thread already uses its own. Close the first"
              + " connection or session, or use it for both.",
          status(),
          null);
    }
    own.active = true;
    return own;
  }

  private void forgetEndedThreads() {
    Iterator<Map.Entry<Thread, Place>> all = places.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<Thread, Place> entry = all.next();
      Place place = entry.getValue();
      if (!entry.getKey().isAlive() && !place.active) {
        if (place.connection != null) {
          place.connection.close();
        }
        all.remove();
      }
    }
  }

  @Override
  public void giveBack(PhysicalConnection connection) {
    boolean gone;
    synchronized (this) {
      gone = closed;
      if (!gone) {
        place(connection).active = false;
      }
    }
    if (gone) {
      discard(connection);
    }
  }

  @Override
  public void discard(PhysicalConnection connection) {
    release(connection);
    connection.close();
  }

  @Override
  public synchronized void release(PhysicalConnection connection) {
    places.values().remove(place(connection));
  }

  private Place place(PhysicalConnection connection) {
    return places.values().stream()
        .filter(place -> place.connection == connection)
        .findFirst()
        .orElseGet(Place::new);
  }

  @Override
  public synchronized PoolStatus status() {
    int total = places.size();
    int active = (int) places.values().stream().filter(place -> place.active).count();
    return new PoolStatus(total, active, total - active, 0);
  }

  @Override
  public synchronized void close() {
    closed = true;
    places.values().removeIf(place -> {
      if (!place.active && place.connection != null) {
        place.connection.close();
      }
      return !place.active;
    });
  }
}
