package io.aludel.engine.internal;

import io.aludel.ListenerHandle;
import io.aludel.engine.pool.PoolEvents;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The listeners of one pool, and how they are told. */
public final class PoolListeners implements PoolEvents {
  private final ListenerList<OpenListener> open = new ListenerList<>();
  private final ListenerList<ConnectionListener> firstConnect = new ListenerList<>();
  private final ListenerList<ConnectionListener> connect = new ListenerList<>();
  private final ListenerList<ConnectionListener> checkout = new ListenerList<>();
  private final ListenerList<ConnectionListener> checkin = new ListenerList<>();
  private final ListenerList<ResetListener> reset = new ListenerList<>();
  private final ListenerList<InvalidationListener> invalidate = new ListenerList<>();
  private final ListenerList<InvalidationListener> softInvalidate = new ListenerList<>();
  private final ListenerList<ConnectionListener> close = new ListenerList<>();
  private final ListenerList<ConnectionListener> detach = new ListenerList<>();
  private final ListenerList<ConnectionListener> closeDetached = new ListenerList<>();

  @Override
  public ListenerHandle onOpen(OpenListener listener) {
    return open.add(listener);
  }

  @Override
  public ListenerHandle onFirstConnect(ConnectionListener listener) {
    return firstConnect.add(listener);
  }

  @Override
  public ListenerHandle onConnect(ConnectionListener listener) {
    return connect.add(listener);
  }

  @Override
  public ListenerHandle onCheckout(ConnectionListener listener) {
    return checkout.add(listener);
  }

  @Override
  public ListenerHandle onCheckin(ConnectionListener listener) {
    return checkin.add(listener);
  }

  @Override
  public ListenerHandle onReset(ResetListener listener) {
    return reset.add(listener);
  }

  @Override
  public ListenerHandle onInvalidate(InvalidationListener listener) {
    return invalidate.add(listener);
  }

  @Override
  public ListenerHandle onSoftInvalidate(InvalidationListener listener) {
    return softInvalidate.add(listener);
  }

  @Override
  public ListenerHandle onClose(ConnectionListener listener) {
    return close.add(listener);
  }

  @Override
  public ListenerHandle onDetach(ConnectionListener listener) {
    return detach.add(listener);
  }

  @Override
  public ListenerHandle onCloseDetached(ConnectionListener listener) {
    return closeDetached.add(listener);
  }

  @Nullable Connection opened(Properties properties) throws SQLException {
    for (OpenListener listener : open.all()) {
      Connection given = listener.open(properties);
      if (given != null) {
        return given;
      }
    }
    return null;
  }

  void connected(Connection connection, boolean first) throws SQLException {
    if (first) {
      tell(firstConnect, connection);
    }
    tell(connect, connection);
  }

  void checkedOut(Connection connection) throws SQLException {
    tell(checkout, connection);
  }

  void checkedIn(Connection connection) throws SQLException {
    tell(checkin, connection);
  }

  void resetting(Connection connection, ResetState state) throws SQLException {
    for (ResetListener listener : reset.all()) {
      listener.reset(connection, state);
    }
  }

  void invalidated(Connection connection, @Nullable Throwable cause) {
    invalidate.tell(listener -> listener.invalidated(connection, cause));
  }

  void softInvalidated(Connection connection) {
    softInvalidate.tell(listener -> listener.invalidated(connection, null));
  }

  void closing(Connection connection, boolean detached) {
    try {
      tell(detached ? closeDetached : close, connection);
    } catch (SQLException ignored) {
      // the connection goes either way
    }
  }

  void detached(Connection connection) throws SQLException {
    tell(detach, connection);
  }

  private static void tell(ListenerList<ConnectionListener> listeners, Connection connection)
      throws SQLException {
    for (ConnectionListener listener : listeners.all()) {
      listener.happened(connection);
    }
  }
}
