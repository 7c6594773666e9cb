package io.aludel.examples.notes.drill;

import com.zaxxer.hikari.HikariDataSource;
import io.aludel.engine.Engine;
import io.aludel.examples.notes.NotesService;
import io.aludel.examples.notes.http.HttpService;
import io.aludel.examples.notes.http.Problem;
import io.aludel.examples.program.Turns;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * The service, and the same service written by hand, under the same load, in turns. Both answer over the
 * same HTTP server and have as many connections; only what lies between them differs.
 */
public final class Comparison {
  private static final int ROUNDS = 5;
  private static final int CONNECTIONS = 10;

  private final String url;
  private final int clients;
  private final Duration time;
  private final PrintStream out;

  /**
   * A comparison.
   *
   * @param url the database, whose notes are multiplied
   * @param clients how many at once
   * @param time how long each turn lasts
   * @param out where to print
   */
  public Comparison(String url, int clients, Duration time, PrintStream out) {
    this.url = url;
    this.clients = clients;
    this.time = time;
    this.out = out;
  }

  /**
   * Runs a comparison.
   *
   * @param arguments a JDBC URL, the number of clients, the seconds of a turn
   * @throws IOException if no port is free
   * @throws InterruptedException never, alone in a process
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 3) {
      System.err.println("usage: Comparison URL CLIENTS SECONDS, on an empty PostgreSQL or H2");
      System.exit(2);
    }
    Duration turn = Duration.ofSeconds(Integer.parseInt(arguments[2]));
    new Comparison(arguments[0], Integer.parseInt(arguments[1]), turn, System.out).run();
  }

  /**
   * Takes turns, and prints what came of each. The first round only warms up.
   *
   * @return the throughput of query sets as a part of that by hand, the medians of both
   * @throws IOException if no port is free
   * @throws InterruptedException if the caller gives up
   */
  public double run() throws IOException, InterruptedException {
    Turns turns = new Turns();
    for (int round = -1; round < ROUNDS; round++) {
      Drill.Report ours = querySets();
      Drill.Report plain = byHand();
      if (round >= 0) {
        turns.add(ours.perSecond(), plain.perSecond());
        print(round, "query sets", ours);
        print(round, "by hand", plain);
      }
    }
    double part = turns.ratio();
    out.printf(Locale.ROOT, "query sets answer %.2f times as many requests%n", part);
    return part;
  }

  private void print(int round, String who, Drill.Report report) {
    out.printf(
        Locale.ROOT,
        "round %d  %-10s  %,8.0f/s  median %6.1f ms  99%% under %6.1f ms  %s%n",
        round + 1,
        who,
        report.perSecond(),
        report.median(),
        report.slow(),
        report.statuses());
  }

  private Drill.Report querySets() throws IOException, InterruptedException {
    try (Engine engine =
            Engine.builder(url).pool(pool -> pool.size(CONNECTIONS).overflow(0)).create();
        NotesService service = NotesService.start(anywhere(), engine, out)) {
      return drill(service.port());
    }
  }

  private Drill.Report byHand() throws IOException, InterruptedException {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(url);
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setAutoCommit(false);
    try (PlainNotes notes = new PlainNotes(pool);
        HttpService service = HttpService.start(
            anywhere(),
            Map.of("notes", notes),
            failure -> Problem.of(500, "Failed", "The service failed."),
            out)) {
      return drill(service.port());
    }
  }

  private Drill.Report drill(int port) throws InterruptedException {
    URI base = URI.create("http://localhost:" + port + "/");
    return Drill.run(new NotesTraffic(base), clients, time);
  }

  private static InetSocketAddress anywhere() {
    return new InetSocketAddress("localhost", 0);
  }
}
