package io.aludel.testing.internal.database;

import io.aludel.testing.spi.DatabaseAddress;
import io.aludel.testing.spi.DatabaseRequest;
import io.aludel.testing.spi.ProvidedDatabase;
import io.aludel.testing.spi.TestDatabaseProvider;
import java.sql.Connection;
import java.sql.SQLException;

/** H2 in memory, each database under a name of its own. */
public final class H2Provider implements TestDatabaseProvider {
  private final FreshNames names = new FreshNames();

  @Override
  public String name() {
    return "h2";
  }

  @Override
  public ProvidedDatabase create(DatabaseRequest request) {
    InProcess.refuseServer(name(), request);
    DatabaseAddress address =
        DatabaseAddress.of("jdbc:h2:mem:" + names.next() + ";DB_CLOSE_DELAY=-1");
    Drivers.require(address.url(), "com.h2database:h2");
    return new SimpleDatabase(address, () -> shutDown(address));
  }

  private static void shutDown(DatabaseAddress address) {
    try (Connection connection = Drivers.connect(address)) {
      Drivers.execute(connection, "SHUTDOWN IMMEDIATELY");
    } catch (SQLException e) {
      throw Drivers.notClosed(address, e);
    }
  }
}
