package io.aludel.engine.pool;

import io.aludel.ListenerHandle;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The events of an engine's pool and where listeners are registered for them (parity rows ORM-EVT-45 to
 * 47). A listener is called by the thread that takes or gives back the connection, with the driver's own
 * connection, which it must leave outside any transaction. Registering and removing is safe from any
 * thread.
 */
public interface PoolEvents {
  /** Hears of the driver's connections. */
  @FunctionalInterface
  interface ConnectionListener {
    /**
     * Called for each event.
     *
     * @param connection the driver's connection
     * @throws SQLException if the driver fails; the operation stops with it
     */
    void happened(Connection connection) throws SQLException;
  }

  /** Opens connections in the driver's place, or changes what the driver is told. */
  @FunctionalInterface
  interface OpenListener {
    /**
     * Called before the driver opens a connection.
     *
     * @param properties what the driver is told, password included; it may be changed
     * @return a connection to use instead, or null to let the driver open one
     * @throws SQLException if no connection can be had
     */
    @Nullable Connection open(Properties properties) throws SQLException;
  }

  /** Hears of connections that are given up. */
  @FunctionalInterface
  interface InvalidationListener {
    /**
     * Called for each connection given up.
     *
     * @param connection the driver's connection
     * @param cause why, or null when it was asked for
     */
    void invalidated(Connection connection, @Nullable Throwable cause);
  }

  /** Hears of connections that come back, before they are reset. */
  @FunctionalInterface
  interface ResetListener {
    /**
     * Called for each connection that comes back.
     *
     * @param connection the driver's connection
     * @param state how it comes back
     * @throws SQLException if the driver fails; the connection is then discarded
     */
    void reset(Connection connection, ResetState state) throws SQLException;
  }

  /**
   * How a connection comes back.
   *
   * @param transactionEnded whether no transaction is open, so that nothing needs to be rolled back
   * @param discarded whether the connection is not to be used again
   */
  record ResetState(boolean transactionEnded, boolean discarded) {}

  /**
   * Registers for connections about to be opened.
   *
   * @param listener what is called
   * @return removes the listener
   */
  ListenerHandle onOpen(OpenListener listener);

  /**
   * Registers for the first connection that a pool opens, before those of {@link #onConnect}. Told once
   * for each pool: again after the engine was disposed.
   *
   * @param listener what is called
   * @return removes the listener
   */
  ListenerHandle onFirstConnect(ConnectionListener listener);

  /**
   * Registers for connections that were opened, before their first use.
   *
   * @param listener what is called
   * @return removes the listener
   */
  ListenerHandle onConnect(ConnectionListener listener);

  /**
   * Registers for connections taken from the pool. A listener refuses one by throwing {@link
   * DisconnectedException}.
   *
   * @param listener what is called
   * @return removes the listener
   */
  ListenerHandle onCheckout(ConnectionListener listener);

  /**
   * Registers for connections that go back to the pool, after their reset.
   *
   * @param listener what is called
   * @return removes the listener
   */
  ListenerHandle onCheckin(ConnectionListener listener);

  /**
   * Registers for connections about to be reset because they come back.
   *
   * @param listener what is called
   * @return removes the listener
   */
  ListenerHandle onReset(ResetListener listener);

  /**
   * Registers for connections given up because they are broken, or were said to be.
   *
   * @param listener what is called
   * @return removes the listener
   */
  ListenerHandle onInvalidate(InvalidationListener listener);

  /**
   * Registers for connections that are used to the end of their checkout and then replaced.
   *
   * @param listener what is called
   * @return removes the listener
   */
  ListenerHandle onSoftInvalidate(InvalidationListener listener);

  /**
   * Registers for connections about to be closed.
   *
   * @param listener what is called
   * @return removes the listener
   */
  ListenerHandle onClose(ConnectionListener listener);

  /**
   * Registers for connections that leave the pool for good while they are used on.
   *
   * @param listener what is called
   * @return removes the listener
   */
  ListenerHandle onDetach(ConnectionListener listener);

  /**
   * Registers for detached connections about to be closed.
   *
   * @param listener what is called
   * @return removes the listener
   */
  ListenerHandle onCloseDetached(ConnectionListener listener);
}
