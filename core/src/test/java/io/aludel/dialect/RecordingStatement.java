package io.aludel.dialect;

import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;

/** Writes down what is bound, in order; no database is needed to see that. */
final class RecordingStatement {
  private final List<Object> bound = new ArrayList<>();

  PreparedStatement proxy() {
    return (PreparedStatement) Proxy.newProxyInstance(
        getClass().getClassLoader(),
        new Class<?>[] {PreparedStatement.class},
        (proxy, method, arguments) -> {
          if (method.getName().startsWith("set")) {
            while (bound.size() < (Integer) arguments[0]) {
              bound.add(null);
            }
            bound.set((Integer) arguments[0] - 1, arguments[1]);
          }
          return null;
        });
  }

  List<Object> bound() {
    return bound;
  }
}
