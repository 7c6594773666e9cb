package io.aludel.testing.internal.database;

import io.aludel.testing.TestingError;
import io.aludel.testing.TestingException;
import io.aludel.testing.spi.DatabaseAddress;
import io.aludel.testing.spi.DatabaseRequest;
import io.aludel.testing.spi.ProvidedDatabase;
import io.aludel.testing.spi.TestDatabaseProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** SQLite: in memory, or a file of its own for a test that needs several connections. */
public final class SqliteProvider implements TestDatabaseProvider {
  private static final String MEMORY = "jdbc:sqlite::memory:";

  @Override
  public String name() {
    return "sqlite";
  }

  @Override
  public ProvidedDatabase create(DatabaseRequest request) {
    InProcess.refuseServer(name(), request);
    Drivers.require(MEMORY, "org.xerial:sqlite-jdbc");
    if (!request.severalConnections()) {
      return new SimpleDatabase(DatabaseAddress.of(MEMORY), () -> {});
    }
    Path directory = directory();
    String url =
        "jdbc:sqlite:" + directory.resolve("test.db") + "?journal_mode=WAL&synchronous=OFF";
    return new SimpleDatabase(DatabaseAddress.of(url), () -> Folders.delete(directory));
  }

  private static Path directory() {
    try {
      return Files.createTempDirectory("aludel-sqlite-");
    } catch (IOException e) {
      throw new TestingException(
          TestingError.DATABASE_NOT_MADE,
          "Cannot make a directory for an SQLite database: " + e + ". Check java.io.tmpdir.",
          e);
    }
  }
}
