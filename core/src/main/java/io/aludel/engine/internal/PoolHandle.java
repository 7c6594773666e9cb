package io.aludel.engine.internal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/**
 * What HikariCP takes for the driver's connection, so that we hear when it closes one, and can take one
 * out without closing it. Statements never pass here: they go to the connection beneath.
 */
final class PoolHandle implements InvocationHandler {
  private final PhysicalConnection physical;

  private PoolHandle(PhysicalConnection physical) {
    this.physical = physical;
  }

  static Connection of(PhysicalConnection physical) {
    return (Connection) Proxy.newProxyInstance(
        PoolHandle.class.getClassLoader(),
        new Class<?>[] {Connection.class},
        new PoolHandle(physical));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    switch (method.getName()) {
      case "unwrap":
        boolean ours = arguments != null && arguments[0] == PhysicalConnection.class;
        return ours ? physical : physical.jdbc();
      case "equals":
        return arguments != null && arguments[0] == proxy;
      case "hashCode":
        return System.identityHashCode(proxy);
      case "close", "abort":
        if (!physical.isDetached()) {
          physical.close();
        }
        return null;
      default:
        return call(method, arguments);
    }
  }

  private Object call(Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(physical.jdbc(), arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
