package io.aludel.async;

import io.aludel.engine.Connection;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Whether a lane has opened its connection and not closed it yet. Used within the lane. */
final class ConnectionHold implements BooleanSupplier {
  private @Nullable Connection connection;

  Connection of(Connection opened) {
    connection = opened;
    return opened;
  }

  @Override
  public boolean getAsBoolean() {
    Connection present = connection;
    return present != null && !present.isClosed();
  }
}
