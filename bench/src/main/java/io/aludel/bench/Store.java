package io.aludel.bench;

import io.aludel.engine.Engine;
import io.aludel.orm.Session;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.mapping.Registry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** One database filled with the rows that all benchmarks read: 10,000 authors. */
final class Store implements AutoCloseable {
  static final int ROWS = 10_000;

  private final Engine engine;
  private final SessionFactory sessions;
  private final java.sql.Connection jdbc;

  private Store(String url, String afterConnect) {
    engine = Engine.create(url);
    Registry registry = Registry.of(Author.class);
    registry.metadata().createAll(engine);
    sessions = SessionFactory.of(engine, registry);
    fill();
    try {
      jdbc = DriverManager.getConnection(url);
      try (Statement statement = jdbc.createStatement()) {
        statement.execute(afterConnect);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("Cannot open " + url + " beside the engine", failure);
    }
  }

  static Store open(Database database) {
    return switch (database) {
      case H2 ->
        new Store(
            "jdbc:h2:mem:bench" + System.nanoTime() + ";DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0",
            "SET LOCK_TIMEOUT 10000");
      case SQLITE -> new Store("jdbc:sqlite:" + file(), "PRAGMA journal_mode=WAL");
    };
  }

  Session session() {
    return sessions.open();
  }

  java.sql.Connection jdbc() {
    return jdbc;
  }

  private void fill() {
    sessions.inTransaction(session -> {
      for (int i = 0; i < ROWS; i++) {
        String email = i % 3 == 0 ? null : "author" + i + "@example.org";
        session.add(new Author("Author " + i, email, 1900 + i % 100, i % 50 / 4.0));
      }
    });
  }

  private static Path file() {
    try {
      Path folder = Files.createTempDirectory("aludel-bench");
      folder.toFile().deleteOnExit();
      Path file = folder.resolve("bench.db");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() throws SQLException {
    jdbc.close();
    engine.close();
  }
}
