package io.aludel.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a benchmark finds its database: an empty one, with a server of its own if it needs one. */
public final class Place implements AutoCloseable {
  /** Names a PostgreSQL that runs already, in which each place is a database. */
  static final String SERVER = "bench.server";

  private final String url;
  private final @Nullable String afterConnect;
  private final @Nullable Closeable server;

  private Place(String url, @Nullable String afterConnect, @Nullable Closeable server) {
    this.url = url;
    this.afterConnect = afterConnect;
    this.server = server;
  }

  static Place open(Database database) {
    try {
      return switch (database) {
        case H2 ->
          new Place(
              "jdbc:h2:mem:bench" + System.nanoTime()
                  + ";DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0",
              "SET LOCK_TIMEOUT 10000",
              null);
        case SQLITE ->
          new Place("jdbc:sqlite:" + file() + "?journal_mode=WAL&foreign_keys=true", null, null);
        case POSTGRESQL -> {
          String running = System.getProperty(SERVER, "");
          yield running.isEmpty() ? started() : withinServer(running);
        }
        case MARIADB -> {
          MariadbServer started = MariadbServer.start();
          yield new Place(started.url(), null, started);
        }
      };
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Place started() throws IOException {
    EmbeddedPostgres started = EmbeddedPostgres.builder()
        .setServerConfig("fsync", "off")
        .setServerConfig("full_page_writes", "off")
        .start();
    // Batches are rewritten by the driver, as the engine asks by itself.
    String url = started.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true";
    return new Place(url, null, started);
  }

  private static Place withinServer(String running) {
    String name = "bench" + System.nanoTime();
    try (Connection connection = DriverManager.getConnection(running);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException failure) {
      throw new IllegalStateException("Cannot make a database in " + running, failure);
    }
    return new Place(running.replace("/postgres?", "/" + name + "?"), null, null);
  }

  /** A database that another process has filled. */
  static Place existing(String url) {
    return new Place(url, null, null);
  }

  /** H2 in a file, closed when nobody is connected, that fetches rows as they are asked for. */
  static Place ofH2File() {
    try {
      String url = "jdbc:h2:" + file() + ";LAZY_QUERY_EXECUTION=1;CACHE_SIZE=8192";
      return new Place(url, null, null);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** How to open a connection to it; carries no password. */
  public String url() {
    return url;
  }

  /** A pool as peers are given one: connections do not commit by themselves. */
  public HikariDataSource pool() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setAutoCommit(false);
    config.setMaximumPoolSize(4);
    if (afterConnect != null) {
      config.setConnectionInitSql(afterConnect);
    }
    return new HikariDataSource(config);
  }

  /** A connection past the engine, as somebody would open one by hand. */
  Connection jdbc() {
    try {
      Connection opened = DriverManager.getConnection(url);
      if (afterConnect != null) {
        try (Statement statement = opened.createStatement()) {
          statement.execute(afterConnect);
        }
      }
      return opened;
    } catch (SQLException failure) {
      throw new IllegalStateException("Cannot open " + url + " beside the engine", failure);
    }
  }

  /** The processes of a server that was started; none if the database runs in this one. */
  List<ProcessHandle> serverProcesses() throws SQLException {
    if (!(server instanceof EmbeddedPostgres)) {
      return ProcessHandle.current().descendants().toList();
    }
    try (Connection connection = jdbc();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
      row.next();
      return ProcessHandle.of(row.getLong(1)).flatMap(ProcessHandle::parent).stream()
          .flatMap(ProcessHandle::descendants)
          .toList();
    }
  }

  private static Path file() throws IOException {
    Path folder = Files.createTempDirectory("aludel-bench");
    folder.toFile().deleteOnExit();
    Path file = folder.resolve("bench.db");
    file.toFile().deleteOnExit();
    return file;
  }

  @Override
  public void close() {
    try {
      if (server != null) {
        server.close();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
