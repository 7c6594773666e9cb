package io.aludel.async;

import static io.aludel.async.Await.done;
import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.select;
import static io.aludel.sql.Sql.text;
import static io.aludel.types.SqlTypes.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.engine.DatabaseException;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineBuilder;
import io.aludel.engine.ExecutionOptions;
import io.aludel.engine.NoResultException;
import io.aludel.engine.ResourceClosedException;
import io.aludel.engine.Result;
import io.aludel.engine.TransactionStateException;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.sql.Row;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.SeveralConnections;
import io.aludel.testing.TestDatabase;
import io.aludel.testing.spi.DatabaseAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections, transactions and results in stages. */
@ForEachDatabase
@SeveralConnections
class AsyncEngineTest {
  private final MetaData metadata = new MetaData();
  private final Column<Integer> id = column("id", INTEGER).primaryKey();
  private final Table table = Table.of("numbers", metadata, id);

  private TestDatabase database;
  private Workers workers;
  private AsyncEngine engine;

  @BeforeEach
  void fill(TestDatabase given) {
    database = given;
    Engine blocking = given.engine();
    metadata.createAll(blocking);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 1; i <= 1000; i++) {
      rows.add(Map.of("id", i));
    }
    blocking.inTransaction(connection -> connection.execute(insert(table), rows));
    given.recorder().clear();
    workers = given.name().equals("sqlite")
        ? Workers.pooled("async-test", 8)
        : Workers.create("async-test", 8);
    engine = AsyncEngine.of(blocking, workers);
  }

  @AfterEach
  void close() {
    done(workers.close());
    Await.noThread("async-test");
    database.recorder().clear();
  }

  @Test
  void calls_madeAtOnce_runInOrder() {
    AsyncConnection connection = done(engine.connect());
    CompletionStage<AsyncResult<Row>> inserted =
        connection.execute(insert(table), Map.of("id", 2001));
    CompletionStage<Void> committed = connection.commit();
    CompletionStage<Integer> found = connection.scalar(select(id).where(id.eq(2001)));
    CompletionStage<Void> closed = connection.close();

    assertThat(done(found)).isEqualTo(2001);
    done(closed);
    done(inserted);
    done(committed);
    assertThat(done(connection.isClosed())).isTrue();
  }

  @Test
  void failure_ofTheDatabase_isTheCauseForThoseWhoDerive() {
    CompletionStage<Void> failed =
        engine.inTransaction(connection -> connection.execute(insert(table), Map.of("id", 1)));
    assertThatThrownBy(() -> done(failed))
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(DatabaseException.class);
  }

  @Test
  void fromTransaction_thatFails_rollsBack() {
    CompletionStage<Row> failed = engine.fromTransaction(connection -> connection
        .execute(insert(table), Map.of("id", 3001))
        .thenCompose(done -> connection.execute(select(id).where(id.eq(-1))))
        .thenCompose(AsyncResult::one));
    assertThatThrownBy(() -> done(failed)).hasCauseInstanceOf(NoResultException.class);
    assertThat(count(3001)).isZero();
    done(engine.inTransaction(c -> c.execute(insert(table), Map.of("id", 3001))));
    assertThat(count(3001)).isOne();
  }

  private int count(int key) {
    return done(engine.call(c -> c.scalars(select(id).where(id.eq(key))).all().size()));
  }

  @Test
  void transactions_andSavepoints_keepWhatTheyCommit() {
    AsyncConnection connection = done(engine.connect());
    AsyncTransaction transaction = done(connection.begin());
    done(connection.execute(insert(table), Map.of("id", 4001)));
    AsyncTransaction savepoint = done(connection.beginNested());
    assertThat(savepoint.isNested()).isTrue();
    done(connection.execute(insert(table), Map.of("id", 4002)));
    done(savepoint.rollback());
    assertThat(done(savepoint.isActive())).isFalse();
    assertThatThrownBy(() -> done(connection.begin()))
        .hasCauseInstanceOf(TransactionStateException.class);
    done(transaction.commit());
    done(connection.close());
    assertThat(count(4001)).isOne();
    assertThat(count(4002)).isZero();
  }

  @Test
  void result_isReadInEveryShape() {
    AsyncConnection connection = done(engine.connect());
    List<Row> all = done(query(connection, AsyncResult::all));
    assertThat(all).hasSize(3);
    List<Row> two = done(query(connection, result -> result.fetch(2)));
    assertThat(two).hasSize(2);
    Object one = done(query(connection, AsyncResult::scalar));
    assertThat(one).isEqualTo(1);
    List<Integer> values = done(query(connection, result -> result.scalars(id).all()));
    assertThat(values).containsExactly(1, 2, 3);
    Map<String, Object> named =
        done(query(connection, result -> result.mappings().first()));
    assertThat(named).isEqualTo(Map.of("id", 1));
    Supplier<Result<Row>> frozen = done(query(connection, AsyncResult::freeze));
    assertThat(frozen.get().all()).hasSize(3);
    done(connection.close());
  }

  private <T> CompletionStage<T> query(
      AsyncConnection connection, Function<AsyncResult<Row>, CompletionStage<T>> read) {
    return connection.execute(select(id).where(id.le(3)).orderBy(id)).thenCompose(read);
  }

  @Test
  void publisher_givesNoMoreThanRequested() throws Exception {
    AsyncConnection connection = done(engine.connect());
    CollectingSubscriber<Integer> subscriber = new CollectingSubscriber<>();
    connection.streamScalars(select(id).orderBy(id)).subscribe(subscriber);
    var subscription = done(subscriber.subscription);
    subscription.request(10);
    await(() -> subscriber.rows.size() == 10);
    int given = done(connection.call(c -> subscriber.rows.size()));
    assertThat(given).isEqualTo(10);
    subscription.request(990);
    await(() -> subscriber.rows.size() == 1000);
    subscription.request(1);
    assertThat(done(subscriber.end)).isEqualTo(1000);
    assertThat(subscriber.rows).isSorted();
    done(connection.close());
  }

  @Test
  void publisher_cancelled_closesTheResult() throws Exception {
    AsyncConnection connection = done(engine.connect());
    AsyncResult<Row> result =
        done(connection.execute(select(id), Map.of(), ExecutionOptions.NONE.yieldPer(10)));
    CollectingSubscriber<Row> subscriber = new CollectingSubscriber<>();
    result.publisher().subscribe(subscriber);
    done(subscriber.subscription).request(5);
    await(() -> subscriber.rows.size() == 5);
    done(subscriber.subscription).cancel();
    assertThat(done(result.isClosed())).isTrue();
    done(connection.close());
  }

  @Test
  void publisher_ofAStatementThatFails_tellsTheSubscriber() {
    AsyncConnection connection = done(engine.connect());
    CollectingSubscriber<Row> subscriber = new CollectingSubscriber<>();
    connection.stream(text("SELECT nothing FROM nowhere")).subscribe(subscriber);
    assertThatThrownBy(() -> done(subscriber.end)).hasCauseInstanceOf(DatabaseException.class);
    CollectingSubscriber<Row> greedy = new CollectingSubscriber<>();
    done(connection.rollback());
    connection.stream(select(id)).subscribe(greedy);
    done(greedy.subscription).request(0);
    assertThatThrownBy(() -> done(greedy.end)).hasCauseInstanceOf(IllegalArgumentException.class);
    done(connection.close());
  }

  private static void await(java.util.function.BooleanSupplier condition) throws Exception {
    for (int i = 0; i < 2000 && !condition.getAsBoolean(); i++) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  @Test
  void close_waitsForWhatRuns_andRefusesTheRest() {
    AsyncEngine own = AsyncEngine.of(engine.engine(), Workers.create("async-test-close", 2));
    AsyncConnection connection = done(own.connect());
    CompletionStage<Void> closing = own.workers().close();
    assertThatThrownBy(() -> done(own.connect())).hasCauseInstanceOf(ResourceClosedException.class);
    assertThat(done(connection.scalar(select(id).where(id.eq(5))))).isEqualTo(5);
    assertThat(closing.toCompletableFuture()).isNotDone();
    done(connection.close());
    done(closing);
  }

  @Test
  void aThousandTransactions_overAPoolOfTen_allEndAndLeaveNoThread() {
    AsyncEngine ten = AsyncEngine.of(ofTenConnections(database.address()));
    List<CompletionStage<Integer>> found = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      int key = i + 1;
      found.add(ten.fromTransaction(connection -> connection
          .scalar(select(id).where(id.eq(key)))
          .thenCompose(first -> connection.scalar(select(id).where(id.eq(first))))));
    }
    assertThat(found.stream().mapToInt(Await::done).sum()).isEqualTo(500_500);
    assertThat(ten.engine().statistics().openConnections()).isZero();
    done(ten.close());
    Await.noThread("aludel-async");
  }

  private static Engine ofTenConnections(DatabaseAddress address) {
    EngineBuilder builder = Engine.builder(address.url()).pool(p -> p.size(10).overflow(0));
    if (address.user() != null) {
      builder.user(address.user());
    }
    if (address.password() != null) {
      builder.password(address.password());
    }
    return builder.create();
  }
}
