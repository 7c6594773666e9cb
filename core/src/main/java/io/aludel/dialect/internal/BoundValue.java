package io.aludel.dialect.internal;

import io.aludel.types.ValueBinder;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Learns what a binder would hand to the driver: it binds to a statement that only listens. So a literal
 * is exactly what would have been bound, whatever the type.
 */
public final class BoundValue {
  private @Nullable Object value;
  private boolean bound;

  private BoundValue() {}

  /**
   * What a binder hands to the driver for a value.
   *
   * @param binder the binder
   * @param value the value
   * @return what it sets, or null for NULL
   * @throws SQLException if the binder needs more than a statement to set
   */
  public static @Nullable Object of(ValueBinder<?> binder, @Nullable Object value)
      throws SQLException {
    BoundValue listener = new BoundValue();
    @SuppressWarnings("unchecked") // the value was checked when it entered the statement
    ValueBinder<Object> open = (ValueBinder<Object>) binder;
    open.bind(listener.statement(), 1, value);
    if (!listener.bound) {
      throw new SQLException("Nothing was bound");
    }
    return listener.value;
  }

  private PreparedStatement statement() {
    return (PreparedStatement) Proxy.newProxyInstance(
        PreparedStatement.class.getClassLoader(),
        new Class<?>[] {PreparedStatement.class},
        (proxy, method, arguments) -> {
          if (!method.getName().startsWith("set") || arguments.length < 2) {
            throw new SQLException("Only values can be set, not " + method.getName());
          }
          value = method.getName().equals("setNull") ? null : arguments[1];
          bound = true;
          return null;
        });
  }
}
