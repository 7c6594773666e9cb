package io.aludel.examples.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.engine.Engine;
import io.aludel.examples.notes.drill.Drill;
import io.aludel.examples.notes.drill.NotesTraffic;
import io.aludel.examples.notes.drill.Traffic;
import io.aludel.fixture.PowerCut;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 200 clients, and a server of the database that dies in the middle and is started again. Twelve seconds in
 * the build; {@code -Dnotes.drill.seconds=60} makes it a minute.
 */
class NotesCrashTest {
  private static final int CLIENTS = 200;
  private static final Duration TIME =
      Duration.ofSeconds(Integer.getInteger("notes.drill.seconds", 12));
  private static final Duration AFTERWARDS = Duration.ofSeconds(3);

  @TempDir
  Path folder;

  @Test
  void databaseKilledUnderLoad_losesNothingAcknowledgedAndIsFoundAgain() throws Exception {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    EmbeddedPostgres server = builder().start();
    int port = server.getPort();
    try (Engine engine = Engine.builder("jdbc:postgresql://localhost:" + port + "/postgres")
            .user("postgres")
            .pool(pool -> pool.size(10).overflow(0).timeout(Duration.ofSeconds(5)))
            .create();
        NotesService service = NotesService.start(
            new InetSocketAddress("localhost", 0),
            engine,
            new PrintStream(log, true, StandardCharsets.UTF_8))) {
      URI base = URI.create("http://localhost:" + service.port() + "/");
      MixedTraffic traffic = new MixedTraffic(base);
      CompletableFuture<Drill.Report> drill =
          CompletableFuture.supplyAsync(() -> drill(traffic), NotesCrashTest::onAThreadOfItsOwn);
      Thread.sleep(TIME.toMillis() / 3);
      PowerCut.strike(folder.resolve("data"));
      server.close(); // gives the folder free; there is nothing left to stop
      Thread.sleep(500);
      server = builder().setPort(port).start();

      Drill.Report report = drill.get(TIME.toSeconds() + 100, TimeUnit.SECONDS);
      assertThat(report.stuck()).as("clients without an answer").isZero();
      assertThat(report.broken()).as("requests that broke off").isZero();
      assertThat(report.statuses().keySet())
          .as("answers are what a client expects, or say that the database is away: " + report)
          .contains(200, 201, 503)
          .isSubsetOf(200, 201, 404, 503);
      Drill.Report afterwards = Drill.run(traffic, CLIENTS, AFTERWARDS);
      assertThat(afterwards.stuck())
          .as("clients without an answer after the restart")
          .isZero();
      assertThat(afterwards.statuses().keySet()).as("answers after the restart").contains(201);
      assertThat(log.toString(StandardCharsets.UTF_8))
          .as("what nobody expected")
          .isEmpty();
      assertThat(new Caller(service.port()).get("/notes").status()).isEqualTo(200);
      verify(server, traffic);
      awaitIdle(engine);
    } finally {
      server.close();
    }
  }

  /** What a client no longer waited for may take a moment to end. */
  private static void awaitIdle(Engine engine) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (engine.poolStatus().active() > 0 && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    assertThat(engine.poolStatus().active()).as("connections given back").isZero();
  }

  private static void onAThreadOfItsOwn(Runnable task) {
    Thread thread = new Thread(task, "drill");
    thread.setDaemon(true);
    thread.start();
  }

  private static Drill.Report drill(Traffic traffic) {
    try {
      return Drill.run(traffic, CLIENTS, TIME);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder.resolve("data"))
        .setCleanDataDirectory(false)
        .setServerConfig("synchronous_commit", "on")
        .setRegisterShutdownHook(true);
  }

  private static void verify(EmbeddedPostgres server, MixedTraffic traffic)
      throws SQLException, IOException {
    Map<Long, String> notes = new HashMap<>();
    Map<Long, Long> tracks = new HashMap<>();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery("SELECT id, text FROM notes")) {
        while (rows.next()) {
          notes.put(rows.getLong(1), rows.getString(2));
        }
      }
      try (ResultSet rows = statement.executeQuery(
          "SELECT a.id, count(t.id) FROM albums a LEFT JOIN tracks t ON t.album_id = a.id GROUP BY a.id")) {
        while (rows.next()) {
          tracks.put(rows.getLong(1), rows.getLong(2));
        }
      }
    }
    assertThat(notes).as("no acknowledged note is lost").containsAllEntriesOf(traffic.notes.made());
    assertThat(tracks.keySet()).as("no acknowledged album is lost").containsAll(traffic.albums);
    assertThat(Set.copyOf(tracks.values())).as("no album is half there").isEqualTo(Set.of(3L));
  }

  /** Notes, and albums with three tracks each. */
  private static final class MixedTraffic implements Traffic {
    private final NotesTraffic notes;
    private final URI albumsUri;
    private final AtomicLong number = new AtomicLong();
    private final Set<Long> albums = ConcurrentHashMap.newKeySet();

    MixedTraffic(URI base) {
      this.notes = new NotesTraffic(base);
      this.albumsUri = base.resolve("albums");
    }

    @Override
    public HttpRequest next(RandomGenerator random) {
      if (random.nextInt(4) > 0) {
        return notes.next(random);
      }
      String body = "{\"name\": \"album " + number.incrementAndGet() + "\", \"tracks\": ["
          + "{\"title\": \"a\", \"position\": 1}, {\"title\": \"b\", \"position\": 2},"
          + " {\"title\": \"c\", \"position\": 3}]}";
      return HttpRequest.newBuilder(albumsUri)
          .POST(HttpRequest.BodyPublishers.ofString(body))
          .build();
    }

    @Override
    public void answered(HttpRequest request, HttpResponse<String> answer) {
      if (!request.uri().equals(albumsUri)) {
        notes.answered(request, answer);
      } else if (answer.statusCode() == 201) {
        String place = answer.headers().firstValue("Location").orElseThrow();
        albums.add(Long.parseLong(place.substring(place.lastIndexOf('/') + 1)));
      }
    }
  }
}
