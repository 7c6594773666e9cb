package io.aludel.testing.internal.database;

import io.aludel.testing.spi.DatabaseAddress;
import io.aludel.testing.spi.DatabaseRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one server behind all databases of a kind: the one the environment names, else an embedded one
 * that starts when first needed. Keeps a connection of its own to make and remove databases with.
 */
final class SharedServer implements AutoCloseable {
  private final Supplier<EmbeddedServer> launch;
  private @Nullable EmbeddedServer embedded;
  private @Nullable Connection administration;

  SharedServer(Supplier<EmbeddedServer> launch) {
    this.launch = launch;
  }

  synchronized DatabaseAddress address(DatabaseRequest request) {
    return request.server().orElseGet(() -> {
      EmbeddedServer running = embedded;
      if (running == null) {
        running = launch.get();
        embedded = running;
      }
      return running.address();
    });
  }

  synchronized void execute(DatabaseAddress address, String... statements) {
    Connection connection = administration;
    if (connection == null || !isValid(connection)) {
      connection = Drivers.connect(address);
      administration = connection;
    }
    Drivers.execute(connection, statements);
  }

  private static boolean isValid(Connection connection) {
    try {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public synchronized void close() {
    Connection connection = administration;
    EmbeddedServer running = embedded;
    administration = null;
    embedded = null;
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      throw Drivers.notClosed(DatabaseAddress.of("the server"), e);
    } finally {
      if (running != null) {
        running.close();
      }
    }
  }
}
