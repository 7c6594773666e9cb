package io.aludel.engine.pool;

import static io.aludel.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.engine.OperationalException;
import io.aludel.testing.Parity;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens around a checkout, and what listeners hear and decide. */
class PoolEventsTest {
  private final List<String> heard = new ArrayList<>();
  private Engine engine = engine(pool -> pool);

  private static Engine engine(UnaryOperator<PoolSettings> settings) {
    return Engine.builder("jdbc:h2:mem:events" + System.nanoTime())
        .pool(settings)
        .create();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private void listen() {
    PoolEvents events = engine.events().pool();
    events.onFirstConnect(connection -> heard.add("first"));
    events.onConnect(connection -> heard.add("connect"));
    events.onCheckout(connection -> heard.add("checkout"));
    events.onReset((connection, state) ->
        heard.add(state.transactionEnded() ? "reset after the end" : "reset"));
    events.onCheckin(connection -> heard.add("checkin"));
    events.onInvalidate((connection, cause) -> heard.add("invalidate " + cause));
    events.onSoftInvalidate((connection, cause) -> heard.add("soft invalidate"));
    events.onClose(connection -> heard.add("close"));
    events.onDetach(connection -> heard.add("detach"));
    events.onCloseDetached(connection -> heard.add("close detached"));
  }

  @Test
  @Parity({"ORM-EVT-45", "ORM-EVT-46"})
  void connection_takenAndReturned_isToldStepByStep() {
    listen();

    engine.connect().close();
    engine.connect().close();
    assertThat(heard)
        .containsExactly(
            "first",
            "connect",
            "checkout",
            "reset after the end",
            "checkin",
            "checkout",
            "reset after the end",
            "checkin");

    heard.clear();
    engine.dispose();
    engine.connect().close();
    assertThat(heard.subList(0, 3)).containsExactly("close", "first", "connect");
  }

  @Test
  @Parity({"ORM-ENG-20", "ORM-EVT-46"})
  void workPastTheEngine_isRolledBackOnReturn() throws SQLException {
    engine.inTransaction(connection -> connection.execute(text("create table t (a integer)")));
    listen();
    try (Connection connection = engine.connect()) {
      connection.jdbc().createStatement().execute("insert into t values (1)");
    }
    assertThat(heard).containsExactly("checkout", "reset", "checkin");
    assertThat(rows()).isEqualTo(0L);
  }

  private Object rows() {
    return engine.<Object>fromTransaction(
        connection -> connection.execute(text("select count(*) from t")).scalar());
  }

  @Test
  @Parity("ORM-ENG-20")
  void resetOnReturn_commit_keepsWorkPastTheEngineOnly() throws SQLException {
    engine.close();
    engine = engine(pool -> pool.resetOnReturn(PoolSettings.Reset.COMMIT));
    engine.inTransaction(connection -> connection.execute(text("create table t (a integer)")));
    try (Connection connection = engine.connect()) {
      connection.jdbc().createStatement().execute("insert into t values (1)");
    }
    try (Connection connection = engine.connect()) {
      connection.execute(text("insert into t values (2)"));
    }
    assertThat(rows()).isEqualTo(1L);
  }

  @Test
  @Parity("ORM-ENG-20")
  void resetOnReturn_none_leavesItToTheNextUser() throws SQLException {
    engine.close();
    engine = engine(pool -> pool.resetOnReturn(PoolSettings.Reset.NONE));
    engine.inTransaction(connection -> connection.execute(text("create table t (a integer)")));
    try (Connection connection = engine.connect()) {
      connection.jdbc().createStatement().execute("insert into t values (1)");
    }
    try (Connection connection = engine.connect()) {
      assertThat(connection.execute(text("select count(*) from t")).scalar()).isEqualTo(1L);
    }
    assertThat(rows()).isEqualTo(0L);
  }

  @Test
  @Parity("ORM-EVT-46")
  void checkout_refusedOnce_triesAnotherConnection() {
    AtomicInteger asked = new AtomicInteger();
    List<java.sql.Connection> seen = new ArrayList<>();
    engine.events().pool().onCheckout(connection -> {
      seen.add(connection);
      if (asked.incrementAndGet() == 1) {
        throw DisconnectedException.of("stale");
      }
    });
    listen();

    try (Connection connection = engine.connect()) {
      assertThat(seen).hasSize(2).doesNotHaveDuplicates();
      assertThat(connection.jdbc()).isSameAs(seen.get(1));
    }
    assertThat(heard).anyMatch(event -> event.startsWith("invalidate ") && event.contains("stale"));
  }

  @Test
  @Parity({"ORM-EVT-46", "ORM-ERR-12"})
  void checkout_refusedAlways_failsAfterTwoRounds() {
    AtomicInteger asked = new AtomicInteger();
    engine.events().pool().onCheckout(connection -> {
      asked.incrementAndGet();
      throw DisconnectedException.ofAllOlder("the tenant is gone");
    });

    assertThatThrownBy(engine::connect)
        .isInstanceOf(DisconnectedException.class)
        .hasMessage("the tenant is gone [ENG-121]");
    assertThat(asked).hasValue(2);
    assertThat(engine.statistics().openConnections()).isZero();
    assertThat(engine.poolStatus().active()).isZero();
  }

  @Test
  @Parity("ORM-EVT-46")
  void listener_failing_stopsTheCheckoutAndKeepsNothingOpen() {
    engine.events().pool().onCheckout(connection -> {
      throw new SQLException("no", "57014");
    });

    assertThatThrownBy(engine::connect).isInstanceOf(OperationalException.class);
    assertThat(engine.poolStatus().active()).isZero();
  }

  @Test
  @Parity("ORM-EVT-47")
  void invalidation_hardAndSoft_isTold() {
    listen();
    try (Connection connection = engine.connect()) {
      connection.invalidate();
    }
    assertThat(heard).containsExactly("first", "connect", "checkout", "invalidate null", "close");

    heard.clear();
    try (Connection connection = engine.connect()) {
      connection.invalidateOnReturn();
      assertThat(connection.execute(text("select 1")).scalar()).isEqualTo(1);
    }
    assertThat(heard)
        .containsExactly(
            "connect", "checkout", "soft invalidate", "reset after the end", "checkin", "close");
  }

  @Test
  @Parity({"ORM-EVT-47", "ORM-ENG-06"})
  void detached_connection_isUsedOnAndClosedWithItsUser() throws SQLException {
    listen();
    java.sql.Connection driver;
    try (Connection connection = engine.connect()) {
      connection.detach();
      connection.detach();
      driver = connection.jdbc();
      assertThat(engine.poolStatus().active()).isZero();
      assertThat(connection.execute(text("select 1")).scalar()).isEqualTo(1);
      assertThat(driver.isClosed()).isFalse();
    }
    assertThat(driver.isClosed()).isTrue();
    assertThat(heard)
        .containsExactly(
            "first", "connect", "checkout", "detach", "reset", "checkin", "close detached");
  }

  @Test
  void open_byAListener_takesTheDriversPlace() throws SQLException {
    java.sql.Connection own =
        java.sql.DriverManager.getConnection("jdbc:h2:mem:own" + System.nanoTime());
    engine.events().pool().onOpen(properties -> {
      properties.setProperty("user", "ann");
      return null;
    });
    engine
        .events()
        .pool()
        .onOpen(properties -> "ann".equals(properties.getProperty("user")) ? own : null);

    try (Connection connection = engine.connect()) {
      assertThat(connection.jdbc()).isSameAs(own);
    }
  }

  @Test
  @Parity("ORM-ENG-21")
  void prePing_ofADeadConnection_replacesItAndAllOlder() throws SQLException {
    engine.close();
    engine = engine(pool -> pool.prePing(true));
    List<String> pings = new ArrayList<>();
    engine.events().handleError(context -> {
      pings.add(context.isPrePing() + " " + context.isDisconnect() + " " + context.connection());
      return null;
    });
    AtomicInteger opened = new AtomicInteger();
    engine.events().pool().onConnect(connection -> opened.incrementAndGet());
    java.sql.Connection dead;
    java.sql.Connection older;
    try (Connection first = engine.connect();
        Connection second = engine.connect()) {
      dead = first.jdbc();
      older = second.jdbc();
    }
    assertThat(opened).hasValue(2);
    dead.close();
    older.close();

    try (Connection one = engine.connect();
        Connection two = engine.connect()) {
      assertThat(one.jdbc()).isNotIn(dead, older);
      assertThat(two.jdbc()).isNotIn(dead, older);
      assertThat(one.execute(text("select 1")).scalar()).isEqualTo(1);
    }
    assertThat(opened).hasValue(4);
    assertThat(pings).hasSize(1).containsOnly("true true null");
  }
}
