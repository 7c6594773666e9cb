package io.aludel.testing.internal.database;

import io.aludel.testing.TestingError;
import io.aludel.testing.TestingException;
import io.aludel.testing.spi.DatabaseAddress;
import io.aludel.testing.spi.DatabaseRequest;
import io.aludel.testing.spi.ProvidedDatabase;
import io.aludel.testing.spi.TestDatabaseProvider;

/** SQL Server: each test gets a database of its own, on a server that must be named. */
public final class SqlServerProvider implements TestDatabaseProvider {
  private final FreshNames names = new FreshNames();
  private final SharedServer server = new SharedServer(() -> {
    throw new TestingException(
        TestingError.SERVER_NOT_STARTED,
        "Cannot start an SQL Server for test database 'sqlserver': there is none to embed. Name a"
            + " server in aludel.test.sqlserver.url.");
  });

  @Override
  public String name() {
    return "sqlserver";
  }

  @Override
  public ProvidedDatabase create(DatabaseRequest request) {
    Urls.requirePrefix("sqlserver", request, "jdbc:sqlserver:");
    Drivers.require("jdbc:sqlserver://localhost", "com.microsoft.sqlserver:mssql-jdbc");
    DatabaseAddress address = server.address(request);
    String database = names.next();
    server.execute(address, "CREATE DATABASE " + database);
    String url = Urls.withProperty(address.url(), "databaseName", database);
    return new SimpleDatabase(address.at(url), () -> drop(address, database));
  }

  /** Whoever still holds a connection would block the removal; Babelfish lacks the words that end it. */
  private void drop(DatabaseAddress address, String database) {
    server.execute(
        address,
        "IF SERVERPROPERTY('Babelfish') IS NULL EXEC('ALTER DATABASE " + database
            + " SET SINGLE_USER WITH ROLLBACK IMMEDIATE')",
        "DROP DATABASE " + database);
  }

  @Override
  public void close() {
    server.close();
  }
}
