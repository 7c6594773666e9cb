package io.aludel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.ArgumentException;
import io.aludel.dialect.Dialect;
import io.aludel.dialect.Dialects;
import io.aludel.dialect.mysql.MariadbDialect;
import io.aludel.dialect.mysql.MysqlDialect;
import io.aludel.reflection.Inspector;
import io.aludel.reflection.Server;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is learnt from the first connection, and what is done with every new one. */
@Parity("ORM-DIA-09")
class ServerTest {
  @ForEachDatabase
  void server_isKnownFromTheFirstConnectionOn(Engine engine) {
    Server server = engine.server();

    assertThat(server.product())
        .isEqualTo(
            Map.of("sqlite", "SQLite", "h2", "H2", "postgresql", "PostgreSQL", "mariadb", "MariaDB")
                .get(engine.dialect().name()));
    assertThat(server.version()).matches("\\d+.*");
    assertThat(engine.server()).isSameAs(server);
    assertThat(engine.dialect().knows(server)).isTrue();
    assertThat(engine.dialect().on(server)).isSameAs(engine.dialect());
  }

  @ForEachDatabase
  void defaults_ofTheServer_areAskedFor(Engine engine) {
    try (Connection connection = engine.connect()) {
      IsolationLevel usual = connection.defaultIsolation();
      assertThat(usual)
          .isEqualTo(
              switch (engine.dialect().name()) {
                case "sqlite" -> IsolationLevel.SERIALIZABLE;
                case "mariadb" -> IsolationLevel.REPEATABLE_READ;
                default -> IsolationLevel.READ_COMMITTED;
              });
      assertThat(connection.isolation()).isEqualTo(usual);
      String schema = Inspector.of(connection).defaultSchema();
      assertThat(schema).isNotBlank();
      if (engine.dialect().name().equals("sqlite")) {
        assertThat(schema).isEqualTo("main");
      }
    }
  }

  @Test
  void hooks_ofNewConnections_areCalledForEachAndOnceForTheFirst() {
    List<String> heard = new ArrayList<>();
    try (Engine engine = Engine.builder("jdbc:h2:mem:hooks").create()) {
      engine.events().pool().onFirstConnect(connection -> heard.add("first"));
      engine.events().pool().onConnect(connection -> {
        heard.add("each");
        try (Statement statement = connection.createStatement()) {
          statement.execute("SET @WORD = 'hello'");
        }
      });
      try (Connection one = engine.connect();
          Connection other = engine.connect()) {
        assertThat(one.driverSql("SELECT @WORD").scalar()).isEqualTo("hello");
        assertThat(other.driverSql("SELECT @WORD").scalar()).isEqualTo("hello");
      }
      engine.connect().close();
    }

    assertThat(heard).containsExactly("first", "each", "each");
  }

  @Test
  void dialect_adjustedToItsServer_isUsedFromThenOn() {
    try (Engine engine = Engine.create("jdbc:h2:mem:acme_server")) {
      assertThat(engine.dialect().maxParameters()).isEqualTo(100);
      Dialect before = engine.dialect();
      engine.connect().close();

      assertThat(engine.dialect()).isNotSameAs(before);
      assertThat(engine.dialect().name()).isEqualTo("acme");
      assertThat(engine.dialect().maxParameters()).isEqualTo(50);
      assertThat(engine.dialect().knows(engine.server())).isFalse();
    }
  }

  @Test
  void mysql_thatIsAMariadb_isSpokenToAsOne() {
    Dialect mysql = new MysqlDialect();
    Dialect mariadb = new MariadbDialect();
    Server maria = new Server("MySQL", "5.5.5-10.11.2-MariaDB-log");
    Server my = new Server("MySQL", "8.4.0");

    assertThat(mysql.on(maria).name()).isEqualTo("mariadb");
    assertThat(mysql.on(maria).fetchSize(50)).isEqualTo(Integer.MIN_VALUE);
    assertThat(mysql.on(my)).isSameAs(mysql);
    assertThat(mariadb.on(my).name()).isEqualTo("mysql");
    assertThat(mariadb.on(my).fetchSize(50)).isEqualTo(50);
    assertThat(mariadb.on(maria)).isSameAs(mariadb);
    assertThat(mariadb.knows(maria)).isTrue();
    assertThat(mariadb.knows(new Server("MariaDB", "10.5.9-MariaDB"))).isFalse();
  }

  @Test
  void versions_areReadAsFarAsTheyCanBe() {
    Server server = new Server("PostgreSQL", "17.2 (Debian 17.2-1)");

    assertThat(server.isAtLeast(13, 0)).isTrue();
    assertThat(server.isAtLeast(17, 2)).isTrue();
    assertThat(server.isAtLeast(17, 3)).isFalse();
    assertThat(server.isAtLeast(18, 0)).isFalse();
    assertThat(new Server("X", "devel").isAtLeast(99, 0)).isTrue();
    assertThat(server).hasToString("PostgreSQL 17.2 (Debian 17.2-1)");
    for (Dialect dialect : Dialects.all()) {
      assertThat(dialect.knows(new Server("X", "1.0"))).isFalse();
    }
    assertThatThrownBy(() -> new Server(null, "1")).isInstanceOf(ArgumentException.class);
  }
}
