package io.aludel.engine.pool;

import static io.aludel.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.aludel.ArgumentException;
import io.aludel.InvalidRequestException;
import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.engine.pool.PoolSettings.Kind;
import io.aludel.testing.Parity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** How connections are shared, how many there are, and what happens when there are not enough. */
class PoolKindTest {
  private static Engine engine(UnaryOperator<PoolSettings> settings) {
    return Engine.builder("jdbc:h2:mem:kinds" + System.nanoTime())
        .pool(settings)
        .create();
  }

  private static List<Connection> take(Engine engine, int count) {
    List<Connection> taken = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      taken.add(engine.connect());
    }
    return taken;
  }

  @Test
  @Parity({"ORM-ENG-18", "ORM-ENG-19"})
  void queue_beyondItsSize_opensOverflowAndClosesItOnReturn() {
    try (Engine engine = engine(pool -> pool.size(2).overflow(3))) {
      AtomicInteger opened = new AtomicInteger();
      AtomicInteger closed = new AtomicInteger();
      engine.events().pool().onConnect(connection -> opened.incrementAndGet());
      engine.events().pool().onClose(connection -> closed.incrementAndGet());
      assertThat(engine.poolStatus()).isEqualTo(PoolStatus.EMPTY);

      List<Connection> taken = take(engine, 5);
      assertThat(opened).hasValue(5);
      assertThat(engine.poolStatus()).isEqualTo(new PoolStatus(5, 5, 0, 0));

      taken.forEach(Connection::close);
      assertThat(engine.poolStatus()).isEqualTo(new PoolStatus(2, 0, 2, 0));
      take(engine, 2).forEach(Connection::close);
      assertThat(opened).hasValue(5);
      engine.dispose();
      assertThat(closed).hasValue(5);
    }
  }

  @Test
  @Parity("ORM-ENG-19")
  void queue_ofOverflowWithoutEnd_opensWhatIsAsked() {
    try (Engine engine = engine(pool -> pool.size(1).unlimitedOverflow())) {
      List<Connection> taken = take(engine, 12);
      assertThat(engine.poolStatus()).isEqualTo(new PoolStatus(12, 12, 0, 0));
      taken.forEach(Connection::close);
      assertThat(engine.poolStatus().total()).isEqualTo(1);
    }
  }

  @Test
  @Parity({"ORM-ERR-12", "ORM-ENG-19"})
  void queue_usedUp_failsAfterTheTimeoutWithItsFigures() {
    try (Engine engine = engine(pool -> pool.size(1).overflow(1).timeout(Duration.ofMillis(250)))) {
      List<Connection> taken = take(engine, 2);
      long start = System.nanoTime();

      PoolTimeoutException late = catchThrowableOfType(PoolTimeoutException.class, engine::connect);

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(240));
      assertThat(late.status()).isEqualTo(new PoolStatus(2, 2, 0, 0));
      assertThat(late)
          .hasMessageContaining("total 2, active 2, idle 0, waiting 0, size 1, overflow 1")
          .hasMessageEndingWith("[ENG-106]");
      taken.forEach(Connection::close);
      engine.connect().close();
    }
  }

  @Test
  @Parity("ORM-ENG-19")
  void queue_underLowLoad_usesOneConnectionAndLeavesTheOthersIdle() throws Exception {
    try (Engine engine = engine(pool -> pool.size(3))) {
      take(engine, 3).forEach(Connection::close);
      Set<java.sql.Connection> used = Collections.newSetFromMap(new IdentityHashMap<>());
      ExecutorService threads = Executors.newCachedThreadPool();
      for (int i = 0; i < 20; i++) {
        CountDownLatch never = new CountDownLatch(1);
        Future<?> parked = threads.submit(() -> never.await(5, TimeUnit.SECONDS));
        threads
            .submit(() -> {
              try (Connection connection = engine.connect()) {
                used.add(connection.jdbc());
              }
            })
            .get(20, TimeUnit.SECONDS);
        never.countDown();
        parked.get(20, TimeUnit.SECONDS);
      }
      threads.shutdown();
      assertThat(used).hasSize(1);
      assertThat(engine.poolStatus()).isEqualTo(new PoolStatus(3, 0, 3, 0));
    }
  }

  @Test
  @Parity("ORM-ENG-19")
  void sizes_unlessStated_areThoseOfTheReference() {
    PoolSettings pool = PoolSettings.DEFAULT;
    assertThat(pool.size()).isEqualTo(5);
    assertThat(pool.overflow()).isEqualTo(10);
    assertThat(pool.timeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(pool.recycle()).isNull();
  }

  @Test
  @Parity("ORM-ENG-19")
  void sizes_thatCannotBe_areRefusedWithTheirName() {
    PoolSettings pool = PoolSettings.DEFAULT;
    assertThatThrownBy(() -> pool.size(0))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("Option size of a pool cannot be 0. Give at least 1.");
    assertThatThrownBy(() -> pool.overflow(-1))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("Option overflow of a pool cannot be -1.")
        .hasMessageContaining("unlimitedOverflow()");
    assertThatThrownBy(() -> pool.timeout(Duration.ofMillis(1)))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("Option timeout of a pool cannot be PT0.001S.");
    assertThatThrownBy(() -> pool.recycle(Duration.ZERO))
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("Option recycle of a pool cannot be PT0S.");
  }

  @Test
  @Parity("ORM-ENG-19")
  void dataSource_ofTheApplication_decidesForItself() {
    JdbcDataSource source = new JdbcDataSource();
    source.setUrl("jdbc:h2:mem:kinds" + System.nanoTime());
    try (Engine engine = Engine.of(source)) {
      take(engine, 20).forEach(Connection::close);
      assertThat(engine.poolStatus()).isEqualTo(PoolStatus.EMPTY);
    }
    assertThatThrownBy(() -> Engine.builder(source).pool(pool -> pool.size(2)).create())
        .isInstanceOf(ArgumentException.class)
        .hasMessageContaining("pool and isolation level of an engine over a data source");
  }

  @Test
  @Parity("ORM-ENG-19")
  void recycle_ofAnOldConnection_replacesItAtItsNextCheckout() throws InterruptedException {
    try (Engine engine = engine(pool -> pool.recycle(Duration.ofMillis(50)))) {
      List<java.sql.Connection> opened = new ArrayList<>();
      engine.events().pool().onConnect(opened::add);
      engine.connect().close();
      engine.connect().close();
      assertThat(opened).hasSize(1);

      Thread.sleep(60);
      try (Connection connection = engine.connect()) {
        assertThat(connection.jdbc()).isNotSameAs(opened.get(0)).isSameAs(opened.get(1));
      }
    }
  }

  @Test
  @Parity("ORM-ENG-18")
  void queue_under200Threads_timesOutWithItsFiguresAndRecovers() throws Exception {
    try (Engine engine = engine(pool -> pool.size(5).overflow(5).timeout(Duration.ofMillis(400)))) {
      List<Connection> held = take(engine, 10);
      ExecutorService threads = Executors.newFixedThreadPool(200);
      CountDownLatch together = new CountDownLatch(200);
      List<Future<PoolTimeoutException>> refusals = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        refusals.add(threads.submit(() -> {
          together.countDown();
          assertThat(together.await(20, TimeUnit.SECONDS)).isTrue();
          return catchThrowableOfType(PoolTimeoutException.class, engine::connect);
        }));
      }
      for (Future<PoolTimeoutException> refusal : refusals) {
        PoolTimeoutException late = refusal.get(20, TimeUnit.SECONDS);
        assertThat(late.status().active()).isEqualTo(10);
        assertThat(late).hasMessageContaining("total 10, active 10, idle 0");
      }
      held.forEach(Connection::close);

      List<Future<Object>> answers = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        answers.add(threads.submit(() -> engine.<Object>fromTransaction(
            connection -> connection.execute(text("select 1")).scalar())));
      }
      for (Future<Object> answer : answers) {
        assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo(1);
      }
      threads.shutdown();
      assertThat(engine.poolStatus().active()).isZero();
      assertThat(engine.poolStatus().total()).isLessThanOrEqualTo(10);
      assertThat(engine.statistics().openConnections()).isZero();
    }
  }

  @Test
  @Parity("ORM-ENG-18")
  void none_opensForEachCheckoutAndKeepsNothing() {
    try (Engine engine = engine(pool -> pool.kind(Kind.NONE));
        Connection first = engine.connect()) {
      java.sql.Connection driver = first.jdbc();
      try (Connection second = engine.connect()) {
        assertThat(second.jdbc()).isNotSameAs(driver);
        assertThat(engine.poolStatus()).isEqualTo(new PoolStatus(2, 2, 0, 0));
      }
      assertThat(engine.poolStatus()).isEqualTo(new PoolStatus(1, 1, 0, 0));
    }
  }

  @Test
  @Parity("ORM-ENG-18")
  void single_handsTheSameConnectionOn() throws Exception {
    try (Engine engine = engine(pool -> pool.kind(Kind.SINGLE))) {
      Connection first = engine.connect();
      java.sql.Connection driver = first.jdbc();
      ExecutorService other = Executors.newSingleThreadExecutor();
      Future<java.sql.Connection> waiting = other.submit(() -> {
        try (Connection second = engine.connect()) {
          return second.jdbc();
        }
      });
      first.close();

      assertThat(waiting.get(10, TimeUnit.SECONDS)).isSameAs(driver);
      other.shutdown();
    }
  }

  @Test
  @Parity("ORM-ENG-18")
  void perThread_keepsOneConnectionForEachThread() throws Exception {
    try (Engine engine = engine(pool -> pool.kind(Kind.PER_THREAD))) {
      java.sql.Connection mine;
      try (Connection connection = engine.connect()) {
        mine = connection.jdbc();
        assertThatThrownBy(engine::connect)
            .isInstanceOf(PoolTimeoutException.class)
            .hasMessageContaining("each thread has one")
            .hasMessageEndingWith("[ENG-107]");
      }
      ExecutorService other = Executors.newSingleThreadExecutor();
      assertThat(other
              .submit(() -> {
                try (Connection connection = engine.connect()) {
                  return connection.jdbc();
                }
              })
              .get(10, TimeUnit.SECONDS))
          .isNotSameAs(mine);
      other.shutdown();
      assertThat(engine.poolStatus().total()).isEqualTo(2);
      try (Connection connection = engine.connect()) {
        assertThat(connection.jdbc()).isSameAs(mine);
      }
    }
  }

  @Test
  @Parity("ORM-ENG-18")
  void exclusive_askedTwice_saysWhereTheFirstWasTaken() {
    try (Engine engine = engine(pool -> pool.kind(Kind.EXCLUSIVE))) {
      try (Connection connection = engine.connect()) {
        InvalidRequestException refused =
            catchThrowableOfType(InvalidRequestException.class, engine::connect);
        assertThat(refused).hasMessageContaining("allows one at a time");
        assertThat(refused.getSuppressed()[0].getStackTrace())
            .anyMatch(frame -> frame.getClassName().equals(PoolKindTest.class.getName()));
        assertThat(connection.isClosed()).isFalse();
      }
      engine.connect().close();
      assertThat(engine.poolStatus()).isEqualTo(new PoolStatus(1, 0, 1, 0));
    }
  }

  @Test
  @Parity("ORM-ENG-18")
  void memoryOfSqlite_isOneConnectionAndAFileAQueue() {
    try (Engine memory = Engine.create("jdbc:sqlite::memory:")) {
      memory.connect().close();
      assertThat(memory.poolStatus()).isEqualTo(new PoolStatus(1, 0, 1, 0));
      assertThatThrownBy(() -> take(memory, 2)).isInstanceOf(PoolTimeoutException.class);
    }
  }

  @Test
  void settings_outsideTheirRange_areRefusedAndChangeNothing() {
    PoolSettings settings = PoolSettings.DEFAULT.size(3).minimumIdle(7);
    assertThat(settings.size()).isEqualTo(7);
    assertThat(settings.size(2).minimumIdle()).isEqualTo(2);
    assertThat(PoolSettings.DEFAULT.size()).isEqualTo(5);
    assertThatThrownBy(() -> settings.overflow(-1))
        .isInstanceOf(ArgumentException.class)
        .hasMessage("Option overflow of a pool cannot be -1. Give at least 0, or say"
            + " unlimitedOverflow() if nobody is ever to wait. [ARG-101]");
    assertThatThrownBy(() -> settings.recycle(Duration.ZERO)).isInstanceOf(ArgumentException.class);
    assertThatThrownBy(() -> Engine.builder("jdbc:h2:mem:").pool(pool -> null))
        .isInstanceOf(ArgumentException.class);
  }
}
