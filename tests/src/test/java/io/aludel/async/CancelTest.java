package io.aludel.async;

import static io.aludel.async.Await.done;
import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.text;
import static io.aludel.types.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.dialect.Capability;
import io.aludel.engine.ExecutionOptions;
import io.aludel.engine.ResourceClosedException;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.sql.Row;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Requires;
import io.aludel.testing.SeveralConnections;
import io.aludel.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cancelling what waits, what is being sent, what runs and what is fetched. */
@ForEachDatabase
@SeveralConnections
class CancelTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final MetaData metadata = new MetaData();
  private final Column<Integer> id = column("id", INTEGER).primaryKey();
  private final Table table = Table.of("numbers", metadata, id);

  private TestDatabase database;
  private Workers workers;
  private AsyncConnection connection;

  @BeforeEach
  void fill(TestDatabase given) {
    database = given;
    metadata.createAll(given.engine());
    List<Map<String, Object>> rows = List.of(Map.of("id", 1), Map.of("id", 2), Map.of("id", 3));
    given.engine().inTransaction(c -> c.execute(insert(table), rows));
    given.recorder().clear();
    workers = Workers.pooled("async-cancel", 4);
    connection = done(AsyncEngine.of(given.engine(), workers).connect());
  }

  @AfterEach
  void close() {
    done(connection.close());
    done(workers.close());
    Await.noThread("async-cancel");
    Await.noThread("aludel-cancel");
    database.recorder().clear();
  }

  /** Would run for minutes. */
  private String slow() {
    return switch (database.name()) {
      case "postgresql" -> "SELECT pg_sleep(120)";
      case "h2" -> "SELECT COUNT(*) FROM SYSTEM_RANGE(1, 100000000000) a WHERE MOD(a.x, 7) = 8";
      case "sqlite" ->
        "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 100000000000)"
            + " SELECT COUNT(*) FROM c";
      default -> "SELECT SLEEP(120)";
    };
  }

  private CompletableFuture<List<Row>> beginSlowly(CountDownLatch begun) {
    return connection
        .call(c -> {
          begun.countDown();
          return c.driverSql(slow()).all();
        })
        .toCompletableFuture();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void requireUsable() {
    done(connection.rollback());
    assertThat(done(connection.scalar(select(id).where(id.eq(2))))).isEqualTo(2);
    done(connection.rollback());
  }

  @Test
  void cancel_ofAStatementThatRuns_stopsItInTheDatabase() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<List<Row>> counted = beginSlowly(begun);
    await(begun);
    TimeUnit.MILLISECONDS.sleep(200);
    long cancelled = System.nanoTime();
    assertThat(counted.cancel(true)).isTrue();
    requireUsable();
    assertThat(Duration.ofNanos(System.nanoTime() - cancelled)).isLessThan(SOON);
  }

  @Test
  void timeOut_ofTheFutureItself_stopsTheStatementToo() {
    CompletableFuture<List<Row>> counted =
        beginSlowly(new CountDownLatch(1)).orTimeout(100, TimeUnit.MILLISECONDS);
    assertThatThrownBy(() -> done(counted)).hasCauseInstanceOf(TimeoutException.class);
    requireUsable();
  }

  /** Just before it is named, just after, while it is sent, when the database has begun. */
  @Test
  void cancel_atAnyMoment_isNotLost() {
    Random random = new Random(5);
    long begin = System.nanoTime();
    for (int round = 0; round < 50; round++) {
      CountDownLatch begun = new CountDownLatch(1);
      CompletableFuture<List<Row>> counted = beginSlowly(begun);
      await(begun);
      LockSupport.parkNanos(random.nextInt(2_000_000));
      counted.cancel(true);
      done(connection.rollback());
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
    requireUsable();
  }

  /** SQLite interrupts what is active, and all that follows until nothing is. */
  @Test
  void cancel_withAResultOpen_closesItAndLeavesTheConnectionUsable() throws Exception {
    AsyncResult<Row> open = done(connection.execute(select(id).orderBy(id)));
    assertThat(done(open.fetch(1))).hasSize(1);
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<List<Row>> counted = beginSlowly(begun);
    await(begun);
    TimeUnit.MILLISECONDS.sleep(100);
    counted.cancel(true);
    assertThatThrownBy(() -> done(open.all())).hasCauseInstanceOf(ResourceClosedException.class);
    requireUsable();
  }

  @Test
  void cancel_betweenStatementsOfACall_refusesTheNext() {
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    CompletableFuture<Object> call = connection
        .<Object>call(c -> {
          c.execute(insert(table), Map.of("id", 10));
          first.countDown();
          await(cancelled);
          try {
            return c.execute(insert(table), Map.of("id", 11));
          } catch (CancellationException e) {
            thrown.set(e);
            throw e;
          }
        })
        .toCompletableFuture();
    await(first);
    call.cancel(true);
    cancelled.countDown();
    requireUsable();
    assertThat(thrown.get()).hasMessageContaining("before this statement was sent");
  }

  /** Rows that come at once, more than what a server keeps back, then one that takes minutes. */
  private String slowToFetch() {
    return switch (database.name()) {
      case "sqlite" ->
        "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 100000000000)"
            + " SELECT x FROM c WHERE x <= 300 OR x > 99999999999";
      case "postgresql" ->
        "SELECT CASE WHEN x > 300 THEN length(pg_sleep(120)::text) ELSE x END"
            + " FROM generate_series(1, 1000) AS x";
      default ->
        "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 400)"
            + " SELECT CASE WHEN x > 300 THEN SLEEP(120) ELSE REPEAT('x', 400) END FROM c";
    };
  }

  @Test
  @Requires(Capability.SERVER_CURSORS)
  void cancel_ofASubscriptionThatFetches_stopsTheDatabase() throws Exception {
    CollectingSubscriber<Row> subscriber = new CollectingSubscriber<>();
    AsyncResult<Row> result =
        done(connection.execute(text(slowToFetch()), Map.of(), ExecutionOptions.NONE.yieldPer(10)));
    result.publisher().subscribe(subscriber);
    done(subscriber.subscription).request(100);
    Await.until("100 rows", () -> subscriber.rows.size() == 100);
    done(subscriber.subscription).request(1000);
    TimeUnit.MILLISECONDS.sleep(100);
    done(subscriber.subscription).cancel();
    requireUsable();
    assertThat(subscriber.rows).hasSizeBetween(100, 300);
    assertThat(subscriber.end).isNotDone();
  }
}
