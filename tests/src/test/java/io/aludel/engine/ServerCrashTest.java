package io.aludel.engine;

import static io.aludel.schema.Schema.column;
import static io.aludel.sql.Sql.insert;
import static io.aludel.sql.Sql.row;
import static io.aludel.sql.Sql.select;
import static io.aludel.types.SqlTypes.BIGINT;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.engine.pool.PoolTimeoutException;
import io.aludel.fixture.PowerCut;
import io.aludel.schema.Column;
import io.aludel.schema.MetaData;
import io.aludel.schema.Table;
import io.aludel.testing.Parity;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that dies under load and is started again, with its data and without our help. */
class ServerCrashTest {
  private static final int WORKERS = 8;

  private final MetaData metadata = new MetaData();
  private final Column<Long> debitKey = key();
  private final Column<Long> creditKey = key();
  private final Table debit = Table.of("debit", metadata, debitKey);
  private final Table credit = Table.of("credit", metadata, creditKey);

  private final Set<Long> committed = ConcurrentHashMap.newKeySet();
  private final Set<Long> failedBeforeCommit = ConcurrentHashMap.newKeySet();
  private final Set<Long> failedInCommit = ConcurrentHashMap.newKeySet();
  private final Queue<Throwable> unexpected = new ConcurrentLinkedQueue<>();
  private final AtomicInteger sinceRestart = new AtomicInteger();
  private volatile boolean stopped;

  @TempDir
  private Path folder;

  private EmbeddedPostgres server;

  private static Column<Long> key() {
    return column("id", BIGINT).primaryKey().autoincrement(io.aludel.schema.Autoincrement.NEVER);
  }

  @BeforeEach
  void start() throws IOException {
    server = builder().start();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder.resolve("data"))
        .setCleanDataDirectory(false)
        .setServerConfig("synchronous_commit", "on")
        .setRegisterShutdownHook(true);
  }

  @Test
  @Parity({"ORM-ENG-22", "ORM-ERR-12"})
  void serverKilledUnderLoad_losesNoCommitLeavesNoHalfAndIsFoundAgain() throws Exception {
    int port = server.getPort();
    try (Engine engine = Engine.builder("jdbc:postgresql://localhost:" + port + "/postgres")
        .user("postgres")
        .pool(pool -> pool.size(4).overflow(2).timeout(Duration.ofSeconds(2)))
        .create()) {
      metadata.createAll(engine);
      List<Thread> workers = new ArrayList<>();
      for (int i = 0; i < WORKERS; i++) {
        long first = i * 1_000_000_000L;
        Thread worker = new Thread(() -> work(engine, first), "worker " + i);
        workers.add(worker);
        worker.start();
      }
      await("commits before the crash", () -> committed.size() >= 200);

      PowerCut.strike(folder.resolve("data"));
      await("failures during the crash", () -> !failedBeforeCommit.isEmpty());
      server.close(); // gives the directory free; there is nothing left to stop
      server = builder().setPort(port).start();
      sinceRestart.set(0);
      await("commits after the restart", () -> sinceRestart.get() >= 200);

      stopped = true;
      for (Thread worker : workers) {
        worker.join(20_000);
        assertThat(worker.isAlive()).isFalse();
      }
      verify(engine);
      assertThat(engine.poolStatus().active()).isZero();
      assertThat(engine.statistics().openConnections()).isZero();
      assertThat(engine.statistics().openTransactions()).isZero();
    }
  }

  private void work(Engine engine, long first) {
    for (long id = first; !stopped; id++) {
      boolean[] committing = {false};
      try {
        transfer(engine, id, committing);
        committed.add(id);
        sinceRestart.incrementAndGet();
      } catch (DatabaseException | PoolTimeoutException | PendingRollbackException e) {
        (committing[0] ? failedInCommit : failedBeforeCommit).add(id);
      } catch (Throwable e) {
        unexpected.add(e);
        return;
      }
    }
  }

  private void transfer(Engine engine, long id, boolean[] committing) {
    try (Connection connection = engine.connect()) {
      connection.execute(insert(debit).values(row("id", id)));
      connection.execute(insert(credit).values(row("id", id)));
      committing[0] = true;
      connection.commit();
    }
  }

  private void verify(Engine engine) {
    assertThat(unexpected).isEmpty();
    try (Connection connection = engine.connect()) {
      Set<Long> debits = new HashSet<>(connection.scalars(select(debitKey)).all());
      Set<Long> credits = new HashSet<>(connection.scalars(select(creditKey)).all());
      assertThat(debits).as("no transaction is half there").isEqualTo(credits);
      assertThat(debits).as("nothing is lost after commit returned").containsAll(committed);
      assertThat(debits)
          .as("nothing is there that failed before its commit was sent")
          .doesNotContainAnyElementsOf(failedBeforeCommit);
      debits.removeAll(committed);
      assertThat(failedInCommit).as("whatever else is there was in doubt").containsAll(debits);
    }
  }

  private void await(String what, BooleanSupplier reached) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
    while (!reached.getAsBoolean()) {
      assertThat(unexpected).isEmpty();
      assertThat(System.nanoTime()).as("waiting for " + what).isLessThan(end);
      Thread.sleep(20);
    }
  }
}
