package io.aludel.engine.pool;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How many connections an engine opens, how long it waits for one, how long each lives and what happens
 * when one comes back (parity rows ORM-ENG-18 to 21). Immutable; each method gives another value.
 *
 * <p>Of several idle connections a thread is given the one that it used last, if that is free, and else the
 * one that was opened first. So the others stay idle while the load is low, and {@link #idleTimeout} closes
 * them: what a switch to last-in-first-out is for elsewhere. There is no switch to take turns.
 *
 * <pre>{@code
 * Engine.builder(url).pool(pool -> pool.size(10).overflow(0).prePing(true)).create();
 * }</pre>
 */
public final class PoolSettings {
  /** Five connections kept, ten more under load, 30 seconds of waiting. */
  public static final PoolSettings DEFAULT = new PoolSettings();

  private Kind kind = Kind.BY_DATABASE;
  private Reset reset = Reset.ROLLBACK;
  private int size = 5;
  private int overflow = 10;
  private int minimumIdle;
  private boolean prePing;
  private Duration timeout = Duration.ofSeconds(30);
  private Duration idleTimeout = Duration.ofMinutes(10);
  private @Nullable Duration recycle;

  /** How connections are shared. */
  public enum Kind {
    /**
     * One shared connection for a database in memory that only its connection can see, a queue for all
     * others.
     */
    BY_DATABASE,
    /** Connections are kept and handed on; threads wait when all are in use. */
    QUEUE,
    /** Nothing is kept: each checkout opens a connection, each return closes it. */
    NONE,
    /** One connection for everybody, one user after another. */
    SINGLE,
    /** Each thread has one connection of its own, kept until the engine is closed. */
    PER_THREAD,
    /**
     * One connection at a time; a second checkout fails and says where the first was made. To find
     * connections that are not closed.
     */
    EXCLUSIVE
  }

  /** What is done to a connection that comes back, beyond what its user did. */
  public enum Reset {
    /** What was not committed is rolled back. */
    ROLLBACK,
    /** What was done past the engine, on the driver's connection, is committed. */
    COMMIT,
    /** Nothing; only for connections on which nobody works past the engine. */
    NONE
  }

  private PoolSettings() {}

  private PoolSettings(PoolSettings other) {
    kind = other.kind;
    reset = other.reset;
    size = other.size;
    overflow = other.overflow;
    minimumIdle = other.minimumIdle;
    prePing = other.prePing;
    timeout = other.timeout;
    idleTimeout = other.idleTimeout;
    recycle = other.recycle;
  }

  /**
   * How connections are shared. {@link Kind#BY_DATABASE} unless stated.
   *
   * @param shared the way
   * @return other settings
   */
  public PoolSettings kind(Kind shared) {
    PoolSettings changed = new PoolSettings(this);
    changed.kind = ArgumentException.requireNonNull(shared, "the kind of a pool");
    return changed;
  }

  /**
   * How many connections are kept open though nobody uses them. 5 unless stated. They are opened on
   * demand.
   *
   * @param connections the number, at least 1
   * @return other settings
   */
  public PoolSettings size(int connections) {
    refuseBelow(1, connections, "size");
    PoolSettings changed = new PoolSettings(this);
    changed.size = connections;
    changed.minimumIdle = Math.min(minimumIdle, connections);
    return changed;
  }

  /**
   * How many connections more are opened under load, and closed when they come back. 10 unless stated.
   *
   * @param connections the number, 0 for none; for as many as are asked for there is {@link
   *     #unlimitedOverflow()}
   * @return other settings
   */
  public PoolSettings overflow(int connections) {
    if (connections < 0) {
      throw new ArgumentException(
          CoreError.ARGUMENT,
          "Option overflow of a pool cannot be " + connections
              + ". Give at least 0, or say unlimitedOverflow() if nobody is ever to wait.");
    }
    PoolSettings changed = new PoolSettings(this);
    changed.overflow = connections;
    return changed;
  }

  /**
   * Opens a connection for whoever asks: nobody waits, and the server's own limit is the only one. Those
   * beyond the size are closed when they come back.
   *
   * @return other settings
   */
  public PoolSettings unlimitedOverflow() {
    return overflow(Integer.MAX_VALUE);
  }

  /**
   * How many connections are opened before anybody asks for them. 0 unless stated.
   *
   * @param connections the number, at most the size
   * @return other settings
   */
  public PoolSettings minimumIdle(int connections) {
    refuseBelow(0, connections, "minimumIdle");
    PoolSettings changed = new PoolSettings(this);
    changed.minimumIdle = connections;
    changed.size = Math.max(size, connections);
    return changed;
  }

  /**
   * How long a thread waits for a connection. 30 seconds unless stated.
   *
   * @param longest at least 250 milliseconds
   * @return other settings
   */
  public PoolSettings timeout(Duration longest) {
    refuseShorter(Duration.ofMillis(250), longest, "timeout");
    PoolSettings changed = new PoolSettings(this);
    changed.timeout = longest;
    return changed;
  }

  /**
   * How long a connection stays open though nobody uses it. 10 minutes unless stated.
   *
   * @param longest at least 10 seconds
   * @return other settings
   */
  public PoolSettings idleTimeout(Duration longest) {
    refuseShorter(Duration.ofSeconds(10), longest, "idleTimeout");
    PoolSettings changed = new PoolSettings(this);
    changed.idleTimeout = longest;
    return changed;
  }

  /**
   * How old a connection grows: one that is older is replaced when it is next asked for, never while it
   * is in use. As old as it likes unless stated.
   *
   * @param age at least a millisecond
   * @return other settings
   */
  public PoolSettings recycle(Duration age) {
    refuseShorter(Duration.ofMillis(1), age, "recycle");
    PoolSettings changed = new PoolSettings(this);
    changed.recycle = age;
    return changed;
  }

  /**
   * Whether each connection is asked for a sign of life before it is handed out; one that was just
   * opened is not. When it gives none, all opened before are replaced. Costs one message to the server.
   *
   * @param ping true to ask
   * @return other settings
   */
  public PoolSettings prePing(boolean ping) {
    PoolSettings changed = new PoolSettings(this);
    changed.prePing = ping;
    return changed;
  }

  /**
   * What is done to a connection that comes back. {@link Reset#ROLLBACK} unless stated.
   *
   * @param action what to do
   * @return other settings
   */
  public PoolSettings resetOnReturn(Reset action) {
    PoolSettings changed = new PoolSettings(this);
    changed.reset = ArgumentException.requireNonNull(action, "the reset of a pool");
    return changed;
  }

  /**
   * How connections are shared.
   *
   * @return the way
   */
  public Kind kind() {
    return kind;
  }

  /**
   * How many connections are kept open.
   *
   * @return the number
   */
  public int size() {
    return size;
  }

  /**
   * How many connections more are opened under load.
   *
   * @return the number
   */
  public int overflow() {
    return overflow;
  }

  /**
   * How many connections are opened before anybody asks.
   *
   * @return the number
   */
  public int minimumIdle() {
    return minimumIdle;
  }

  /**
   * How long a thread waits for a connection.
   *
   * @return the time
   */
  public Duration timeout() {
    return timeout;
  }

  /**
   * How long a connection stays open though nobody uses it.
   *
   * @return the time
   */
  public Duration idleTimeout() {
    return idleTimeout;
  }

  /**
   * How old a connection grows.
   *
   * @return the age, or null for any
   */
  public @Nullable Duration recycle() {
    return recycle;
  }

  /**
   * Whether connections are asked for a sign of life before they are handed out.
   *
   * @return true if they are
   */
  public boolean prePing() {
    return prePing;
  }

  /**
   * What is done to a connection that comes back.
   *
   * @return the action
   */
  public Reset resetOnReturn() {
    return reset;
  }

  private static void refuseBelow(int least, int value, String option) {
    if (value < least) {
      throw refused(option, String.valueOf(value), String.valueOf(least));
    }
  }

  private static void refuseShorter(Duration least, Duration value, String option) {
    ArgumentException.requireNonNull(value, "option " + option + " of a pool");
    if (value.compareTo(least) < 0) {
      throw refused(option, value.toString(), least.toString());
    }
  }

  private static ArgumentException refused(String option, String value, String least) {
    return new ArgumentException(
        CoreError.ARGUMENT,
        "Option " + option + " of a pool cannot be " + value + ". Give at least " + least + ".");
  }
}
