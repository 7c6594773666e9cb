package io.aludel.testing.internal.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.testing.TestingException;
import io.aludel.testing.spi.DatabaseRequest;
import io.aludel.testing.spi.ProvidedDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProvidersTest {
  private Databases databases;

  @BeforeAll
  void load() {
    databases = Databases.load(DatabaseConfiguration.of(System::getProperty));
  }

  @AfterAll
  void stop() {
    databases.close();
  }

  Iterable<String> names() {
    return databases.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void create_twice_givesSeparateEmptyDatabases(String name) throws SQLException {
    try (ProvidedDatabase one = databases.create(name, true);
        ProvidedDatabase two = databases.create(name, true);
        Connection first = Drivers.connect(one.address());
        Connection second = Drivers.connect(two.address())) {
      Drivers.execute(first, "CREATE TABLE t (id INTEGER)");
      Drivers.execute(second, "CREATE TABLE t (id INTEGER)");
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void create_forSeveralConnections_showsTheSameTables(String name) throws SQLException {
    try (ProvidedDatabase database = databases.create(name, true);
        Connection first = Drivers.connect(database.address());
        Connection second = Drivers.connect(database.address())) {
      Drivers.execute(first, "CREATE TABLE t (id INTEGER)", "INSERT INTO t VALUES (7)");
      try (Statement statement = second.createStatement();
          var rows = statement.executeQuery("SELECT id FROM t")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getInt(1)).isEqualTo(7);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void close_connectionLeftInTransaction_removesAllTheSame(String name) throws SQLException {
    ProvidedDatabase database = databases.create(name, true);
    try (Connection leaked = Drivers.connect(database.address())) {
      Drivers.execute(leaked, "CREATE TABLE t (id INTEGER)");
      leaked.setAutoCommit(false);
      Drivers.execute(leaked, "INSERT INTO t VALUES (7)");

      database.close();
    }
    databases.create(name, true).close();
  }

  @Test
  void close_sqliteFile_removesItsDirectory() {
    ProvidedDatabase database =
        new SqliteProvider().create(new DatabaseRequest(true, Optional.empty()));
    String url = database.address().url();
    Path file = Path.of(url.substring("jdbc:sqlite:".length(), url.indexOf('?')));
    assertThat(Files.exists(file.getParent())).isTrue();

    database.close();

    assertThat(Files.exists(file.getParent())).isFalse();
  }

  @Test
  void require_noDriver_namesTheArtifact() {
    assertThatThrownBy(() -> Drivers.require("jdbc:nothing:x", "org.example:driver"))
        .isInstanceOf(TestingException.class)
        .hasMessageContaining("Add org.example:driver in test scope")
        .hasMessageEndingWith("[TST-103]");
  }

  @Test
  void start_missingLibrary_namesTheArtifacts() {
    assertThatThrownBy(() -> EmbeddedServer.start("absent", "org.example:server", home -> {
          throw new NoClassDefFoundError("org/example/Server");
        }))
        .isInstanceOf(TestingException.class)
        .hasMessageContaining("the embedded absent server is not on the class path")
        .hasMessageContaining("Add org.example:server")
        .hasMessageEndingWith("[TST-103]");
  }

  @Test
  void start_failure_namesServerAndSetting() {
    assertThatThrownBy(() -> EmbeddedServer.start("broken", "org.example:server", home -> {
          throw new java.io.IOException("no room");
        }))
        .hasMessageContaining("no room")
        .hasMessageContaining("aludel.test.broken.url")
        .hasMessageEndingWith("[TST-104]");
  }
}
