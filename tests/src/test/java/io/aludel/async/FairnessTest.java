package io.aludel.async;

import static io.aludel.async.Await.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.engine.Engine;
import io.aludel.engine.EngineBuilder;
import io.aludel.fixture.world.User;
import io.aludel.fixture.world.World;
import io.aludel.orm.SessionFactory;
import io.aludel.orm.async.AsyncSessionFactory;
import io.aludel.orm.mapping.Registry;
import io.aludel.testing.ForEachDatabase;
import io.aludel.testing.Parity;
import io.aludel.testing.SeveralConnections;
import io.aludel.testing.TestDatabase;
import io.aludel.testing.spi.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand sessions over ten connections. */
@ForEachDatabase
@SeveralConnections
class FairnessTest {
  private static final int SESSIONS = 1000;

  @TempDir
  private Path folder;

  private TestDatabase database;
  private Registry registry;

  @BeforeEach
  void fill(TestDatabase given) {
    database = given;
    registry = World.registry();
    registry.metadata().createAll(given.engine());
    SessionFactory.of(given.engine(), registry)
        .inTransaction(session -> session.addAll(List.of(new User("Ann"), new User("Bob"))));
    given.recorder().clear();
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

  @Test
  @Parity("ORM-SES-50")
  void aThousandSessions_atOnce_areServedInTurnAndNoneIsLost() throws IOException {
    AsyncEngine engine = AsyncEngine.of(ofTenConnections(database.address()));
    AsyncSessionFactory sessions =
        AsyncSessionFactory.of(engine, SessionFactory.of(engine.engine(), registry));
    done(work(sessions, 0)); // loads the classes
    Queue<Integer> order = new ConcurrentLinkedQueue<>();
    long[] waited = new long[SESSIONS];
    int pinned;
    try (Recording recording = new Recording()) {
      recording.enable("jdk.VirtualThreadPinned").withoutThreshold();
      recording.start();
      long begun = System.nanoTime();
      List<CompletionStage<String>> names = new ArrayList<>();
      for (int i = 0; i < SESSIONS; i++) {
        int number = i;
        names.add(work(sessions, i).whenComplete((name, failure) -> {
          waited[number] = System.nanoTime() - begun;
          order.add(number);
        }));
      }
      assertThat(names.stream().map(Await::done).distinct())
          .containsExactlyInAnyOrder("Ann", "Bob");
      pinned = pinned(recording, "aludel-async-");
    }

    assertThat(order).hasSize(SESSIONS);
    int place = 0;
    int[] overtaken = new int[SESSIONS];
    for (int number : order) {
      overtaken[place] = Math.abs(number - place);
      place++;
    }
    Arrays.sort(
        overtaken); // the last ones tell of the machine: a thread that had to wait for a core
    assertThat(overtaken[SESSIONS * 9 / 10])
        .as("places by which nine of ten overtook others at most")
        .isLessThan(SESSIONS / 10);
    long[] sorted = waited.clone();
    Arrays.sort(sorted);
    assertThat(sorted[SESSIONS - 1])
        .as("the longest wait, of which the median is a half where all are served in turn")
        .isLessThan(5 * sorted[SESSIONS / 2]);
    assertThat(pinned)
        .as("virtual threads that kept their carrier while they waited")
        .isZero();
    assertThat(engine.engine().statistics().openConnections()).isZero();
    done(engine.close());
    Await.noThread("aludel-async");
  }

  /** Three calls; between the first and the last the session has a connection. */
  private static CompletionStage<String> work(AsyncSessionFactory sessions, int number) {
    return sessions.fromTransaction(session -> session
        .getOne(User.class, 1 + number % 2)
        .thenCompose(user -> session.refresh(user).thenApply(done -> user.name)));
  }

  private int pinned(Recording recording, String threads) throws IOException {
    recording.stop();
    Path file = folder.resolve(threads + ".jfr");
    recording.dump(file);
    return (int) RecordingFile.readAllEvents(file).stream()
        .filter(event ->
            event.getThread() != null && event.getThread().getJavaName().startsWith(threads))
        .count();
  }

  /** Waits while it is initialised, which keeps the carrier of a virtual thread. */
  private static final class Stubborn {
    static final int NUMBER;

    static {
      LockSupport.parkNanos(50_000_000);
      NUMBER = 1;
    }
  }

  /** That the test above can fail. */
  @Test
  void pinned_virtualThread_isNoticed() throws IOException {
    Workers workers = Workers.create("aludel-pinned", 1);
    try (Recording recording = new Recording()) {
      recording.enable("jdk.VirtualThreadPinned").withoutThreshold();
      recording.start();
      boolean first = done(workers.call(() -> !initialised() && Stubborn.NUMBER == 1));
      int pinned = pinned(recording, "aludel-pinned-");
      assertThat(pinned > 0).isEqualTo(first && WorkerThreads.areVirtual());
    }
    done(workers.close());
  }

  private static volatile boolean initialised;

  private static boolean initialised() {
    boolean before = initialised;
    initialised = true;
    return before;
  }
}
