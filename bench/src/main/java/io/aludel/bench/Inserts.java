package io.aludel.bench;

import com.sun.management.OperatingSystemMXBean;
import io.aludel.bench.aludel.Aludel;
import io.aludel.bench.byhand.ByHand;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Inserts 100,000 rows into an empty table, by hand and by one call of ours, in turns in one process, on
 * each database or on those named. It prints medians of the time and of the work: the CPU time of this
 * process and of the server, which other work on the machine does not stretch.
 */
public final class Inserts {
  private static final int ROWS = 100_000;
  private static final int WARM_UPS = 3;
  private static final int ROUNDS = 9;

  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final Database database;
  private final Place place;
  private final Connection beside;
  private final List<NewAuthor> authors =
      IntStream.range(0, ROWS).mapToObj(NewAuthor::numbered).toList();

  private Inserts(Database database, Place place) throws SQLException {
    this.place = place;
    beside = place.jdbc();
    new Library(database, place.jdbc()).close();
    this.database = database;
    run("DELETE FROM author_label");
    run("DELETE FROM book");
    empty();
  }

  /** The ways. */
  private enum Way {
    BY_HAND,
    ONE_CALL,
    BULK_LOAD;

    long insert(Contestant contestant, List<NewAuthor> authors) throws SQLException {
      return this == BULK_LOAD ? contestant.bulkInsert(authors) : contestant.insertMany(authors);
    }
  }

  /** What one insertion took, in milliseconds. */
  private record Cost(double time, double work) {}

  /**
   * Measures.
   *
   * @param arguments the names of databases; none for all
   * @throws SQLException if a database fails
   */
  public static void main(String[] arguments) throws SQLException {
    for (Database database : Database.named(arguments)) {
      try (Place place = Place.open(database)) {
        print(System.out, database, new Inserts(database, place).measured());
      }
    }
  }

  private Map<Way, List<Cost>> measured() throws SQLException {
    Map<Way, List<Cost>> costs = new EnumMap<>(Way.class);
    try (Contestant byHand = new ByHand(place.jdbc());
        Contestant aludel = new Aludel(place.url())) {
      for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
        for (Way way : Way.values()) {
          Cost cost = cost(way, way == Way.BY_HAND ? byHand : aludel);
          if (round >= WARM_UPS) {
            costs.computeIfAbsent(way, key -> new ArrayList<>()).add(cost);
          }
        }
      }
    }
    beside.close();
    return costs;
  }

  private Cost cost(Way way, Contestant contestant) throws SQLException {
    System.gc();
    List<ProcessHandle> server = place.serverProcesses();
    long work = work(server);
    long begin = System.nanoTime();
    long inserted = way.insert(contestant, authors);
    double time = (System.nanoTime() - begin) / 1e6;
    Cost cost = new Cost(time, (work(server) - work) / 1e6);
    try (Statement statement = beside.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM author")) {
      rows.next();
      if (rows.getInt(1) != ROWS || inserted != ROWS) {
        throw new IllegalStateException(way + " inserted " + rows.getInt(1));
      }
    }
    empty();
    return cost;
  }

  /** As fast as it goes: deleting row by row looks for the books of each author. */
  private void empty() throws SQLException {
    switch (database) {
      case H2, SQLITE -> run("DELETE FROM author");
      case POSTGRESQL -> run("TRUNCATE author CASCADE");
      case MARIADB -> {
        run("SET SESSION foreign_key_checks = 0");
        run("TRUNCATE TABLE author");
      }
    }
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = beside.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Nanoseconds of CPU time so far, here and in the server. */
  private static long work(List<ProcessHandle> server) {
    return PROCESS.getProcessCpuTime()
        + server.stream()
            .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
            .mapToLong(Duration::toNanos)
            .sum();
  }

  private static void print(PrintStream out, Database database, Map<Way, List<Cost>> costs) {
    Cost byHand = median(costs.getOrDefault(Way.BY_HAND, List.of()));
    costs.forEach((way, all) -> {
      Cost cost = median(all);
      out.println(String.format(
          Locale.ROOT,
          "%-10s %-9s time %5.0f ms (%.2f)  work %5.0f ms (%.2f)",
          database,
          way,
          cost.time(),
          cost.time() / byHand.time(),
          cost.work(),
          cost.work() / byHand.work()));
    });
  }

  private static Cost median(List<Cost> costs) {
    double[] times = costs.stream().mapToDouble(Cost::time).sorted().toArray();
    double[] works = costs.stream().mapToDouble(Cost::work).sorted().toArray();
    return new Cost(times[times.length / 2], works[works.length / 2]);
  }
}
