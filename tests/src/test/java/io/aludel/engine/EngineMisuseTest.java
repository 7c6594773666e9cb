package io.aludel.engine;

import static io.aludel.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.aludel.ArgumentException;
import io.aludel.async.Await;
import io.aludel.engine.pool.PoolSettings;
import io.aludel.engine.pool.PoolTimeoutException;
import io.aludel.engine.url.MissingDriverException;
import io.aludel.testing.Parity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What newcomers get wrong, and what they are told. */
class EngineMisuseTest {
  @Test
  void create_withAnUnknownScheme_namesTheKnownOnes() {
    assertThatThrownBy(() -> Engine.create("jdbc:fox://ann:s3cret@h/app?password=s3cret"))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("No dialect serves the URL jdbc:fox://ann:***@h/app?password=***")
        .hasMessageContaining("'fox' is not one of [")
        .hasMessageContaining("postgresql")
        .hasMessageContaining("sqlite")
        .hasMessageEndingWith("[ENG-101]")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void create_withoutTheDriver_namesTheArtifact() {
    MissingDriverException missing = catchThrowableOfType(
        MissingDriverException.class, () -> Engine.create("jdbc:mysql://h/app?password=s3cret"));

    assertThat(missing.artifact()).isEqualTo("com.mysql:mysql-connector-j");
    assertThat(missing)
        .hasMessage(
            "No JDBC driver on the class path takes the URL jdbc:mysql://h/app?password=***. Add the"
                + " dependency 'com.mysql:mysql-connector-j' to the application. [ENG-103]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdbc:postgresql://localhost:1/app", "jdbc:h2:tcp://localhost:1/app"})
  void create_ofADeadServer_opensNothingUntilUsed(String url) {
    try (Engine engine = Engine.builder(url).user("ann").password("s3cret").create()) {
      ConnectFailedException failure =
          catchThrowableOfType(ConnectFailedException.class, engine::connect);

      assertThat(failure)
          .hasMessageContaining("No connection to " + url + " could be opened")
          .hasMessageEndingWith("[ENG-104]");
      for (Throwable each = failure; each != null; each = each.getCause()) {
        assertThat(each.toString()).doesNotContain("s3cret");
      }
      assertThat(engine.statistics().openConnections()).isZero();
    }
  }

  @Test
  void connect_whenADeadServerCameBack_works() throws SQLException {
    Server server = Server.createTcpServer("-ifNotExists").start();
    int port = server.getPort();
    server.stop();
    try (Engine engine = Engine.create("jdbc:h2:tcp://localhost:" + port + "/mem:back")) {
      assertThatThrownBy(engine::connect).isInstanceOf(ConnectFailedException.class);
      server = Server.createTcpServer("-ifNotExists", "-tcpPort", String.valueOf(port))
          .start();

      engine.inTransaction(connection -> connection.execute(text("select 1")));
    } finally {
      server.stop();
    }
  }

  @Test
  void connect_toAFileInAFolderThatIsMissing_worksOnceItIsThere(@TempDir Path folder)
      throws IOException {
    Path missing = folder.resolve("missing");
    try (Engine engine = Engine.create("jdbc:sqlite:" + missing.resolve("app.db"))) {
      assertThatThrownBy(engine::connect)
          .isInstanceOf(ConnectFailedException.class)
          .hasMessageContaining("missing")
          .hasMessageEndingWith("[ENG-104]");
      Files.createDirectory(missing);

      engine.inTransaction(connection -> connection.execute(text("select 1")));
    }
  }

  @Test
  void connect_withAWrongPassword_isRefusedWithoutTellingIt() {
    String url = "jdbc:h2:mem:guarded";
    try (Engine right = Engine.builder(url).user("ann").password("right").create();
        Engine wrong = Engine.builder(url).user("ann").password("wr0ng").create()) {
      right.inTransaction(connection -> connection.execute(text("select 1")));

      ConnectFailedException refused =
          catchThrowableOfType(ConnectFailedException.class, wrong::connect);
      assertThat(refused)
          .hasMessageContaining("The database at " + url + " refused the login of user 'ann'")
          .hasMessageEndingWith("[ENG-105]");
      for (Throwable t = refused; t != null; t = t.getCause()) {
        assertThat(String.valueOf(t.getMessage())).doesNotContain("wr0ng");
      }
      right.inTransaction(connection -> connection.execute(text("select 1")));
    }
  }

  @Test
  @Parity("ORM-ENG-18")
  void connect_twiceInOneThreadToADatabaseInMemory_saysThatItWouldWaitForever() {
    try (Engine engine = Engine.create("jdbc:sqlite::memory:")) {
      try (Connection first = engine.connect()) {
        assertThat(first.isClosed()).isFalse();
        assertThatThrownBy(engine::connect)
            .isInstanceOf(PoolTimeoutException.class)
            .hasMessageContaining("this thread already holds it")
            .hasMessageEndingWith("[ENG-107]");
      }
      engine.connect().close();
      assertThat(engine.statistics().openConnections()).isZero();
    }
  }

  @Test
  @Parity("ORM-ENG-18")
  void connect_whileAnotherThreadHoldsTheOnlyConnection_waitsItsTurn() {
    try (Engine engine = Engine.create("jdbc:sqlite::memory:")) {
      engine.inTransaction(connection -> connection.execute(text("create table t (a integer)")));
      Thread[] threads = new Thread[4];
      for (int i = 0; i < threads.length; i++) {
        threads[i] = new Thread(() -> {
          for (int j = 0; j < 25; j++) {
            engine.inTransaction(c -> c.execute(text("insert into t values (1)")));
          }
        });
        threads[i].start();
      }
      for (Thread thread : threads) {
        Await.ended(thread);
      }
      try (Connection connection = engine.connect()) {
        assertThat(connection.execute(text("select count(*) from t")).scalar()).isEqualTo(100);
      }
    }
  }

  @Test
  @Parity("ORM-ERR-12")
  void connect_whenThePoolIsUsedUp_tellsItsFigures() {
    try (Engine engine = Engine.builder("jdbc:h2:mem:crowded")
        .pool(pool -> pool.size(1).overflow(0).timeout(Duration.ofMillis(250)))
        .create()) {
      try (Connection held = engine.connect()) {
        PoolTimeoutException late =
            catchThrowableOfType(PoolTimeoutException.class, engine::connect);
        assertThat(late.status().active()).isEqualTo(1);
        assertThat(late)
            .hasMessageContaining("No connection to jdbc:h2:mem:crowded became free within")
            .hasMessageContaining("total 1, active 1, idle 0")
            .hasMessageEndingWith("[ENG-106]");
        assertThat(held.isClosed()).isFalse();
      }
      engine.connect().close();
    }
  }

  @Test
  void use_afterClose_isRefusedByName() {
    Engine engine = Engine.create("jdbc:h2:mem:");
    Connection connection = engine.connect();
    Result<io.aludel.sql.Row> result = connection.execute(text("select 1"));
    connection.close();

    assertThatThrownBy(result::all)
        .isInstanceOf(ResourceClosedException.class)
        .hasMessageEndingWith("[ENG-108]");
    assertThatThrownBy(() -> connection.execute(text("select 1")))
        .isInstanceOf(ResourceClosedException.class)
        .hasMessageContaining("it is closed. Take another one from the engine.");
    connection.close();
    engine.close();
    assertThatThrownBy(engine::connect)
        .isInstanceOf(ResourceClosedException.class)
        .hasMessageContaining("The engine of jdbc:h2:mem: is closed");
    engine.close();
  }

  @Test
  @Parity("ORM-ENG-26")
  void connection_usedByTwoThreadsAtOnce_saysSo() {
    try (Engine engine = Engine.create("jdbc:h2:mem:busy");
        Connection connection = engine.connect()) {
      Throwable[] seen = new Throwable[1];
      engine.events().beforeCursorExecute((c, sent) -> {
        Thread other = new Thread(
            () -> {
              try {
                connection.commit();
              } catch (RuntimeException e) {
                seen[0] = e;
              }
            },
            "other");
        other.start();
        Await.ended(other);
      });

      connection.execute(text("select 1")).close();

      assertThat(seen[0])
          .isInstanceOf(OverlappingUseException.class)
          .hasMessageContaining("was used by thread 'other' at the same time")
          .hasMessageEndingWith("[ENG-111]");
      assertThat(connection.execute(text("select 1")).scalar()).isEqualTo(1);
    }
  }

  @Test
  void print_engine_masksTheLogin() {
    try (Engine engine = Engine.create("jdbc:postgresql://ann:s3cret@localhost:1/app?ssl=true")) {
      assertThat(engine).hasToString("Engine(jdbc:postgresql://ann:***@localhost:1/app?ssl=true)");
    }
    try (Engine engine = Engine.builder("jdbc:postgresql://localhost:1/app?password=s3cret")
        .user("ann")
        .password("s3cret")
        .create()) {
      assertThat(engine).hasToString("Engine(jdbc:postgresql://localhost:1/app?password=***)");
    }
  }

  @Test
  void options_outsideTheirRange_areRefused() {
    assertThatThrownBy(() -> PoolSettings.DEFAULT.size(0))
        .isInstanceOf(ArgumentException.class)
        .hasMessage("Option size of a pool cannot be 0. Give at least 1. [ARG-101]");
    assertThatThrownBy(() -> PoolSettings.DEFAULT.timeout(Duration.ZERO))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("Option timeout of a pool cannot be PT0S");
    assertThatThrownBy(() -> Engine.create(null))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("the URL of a database");
  }
}
