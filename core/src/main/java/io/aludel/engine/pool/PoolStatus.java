package io.aludel.engine.pool;

/**
 * The figures of a pool at one moment.
 *
 * @param total connections that are open
 * @param active connections that are in use
 * @param idle connections that wait to be used
 * @param waiting threads that wait for a connection
 */
public record PoolStatus(int total, int active, int idle, int waiting) {
  /** A pool without connections. */
  public static final PoolStatus EMPTY = new PoolStatus(0, 0, 0, 0);

  @Override
  public String toString() {
    return "total " + total + ", active " + active + ", idle " + idle + ", waiting " + waiting;
  }
}
