package io.aludel.testing.internal.database;

import io.aludel.testing.spi.DatabaseAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;

/** Starts the embedded PostgreSQL; the only class that knows the library behind it. */
final class PostgresqlLauncher {
  private PostgresqlLauncher() {}

  static EmbeddedServer.Running launch(ServerHome home) throws IOException {
    EmbeddedPostgres postgres = EmbeddedPostgres.builder()
        .setDataDirectory(home.directory().resolve("data"))
        .setRegisterShutdownHook(false)
        .setServerConfig("fsync", "off")
        .setServerConfig("synchronous_commit", "off")
        .setServerConfig("full_page_writes", "off")
        .setServerConfig("max_prepared_transactions", "16")
        .start();
    return new RunningPostgresql(postgres);
  }

  private record RunningPostgresql(EmbeddedPostgres postgres) implements EmbeddedServer.Running {
    @Override
    public DatabaseAddress address() {
      return new DatabaseAddress(
          "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres",
          "postgres",
          "postgres");
    }

    @Override
    public void stop() throws IOException {
      postgres.close();
    }
  }
}
