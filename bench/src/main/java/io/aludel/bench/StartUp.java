package io.aludel.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How long a process takes from its start to the first row of an SQLite file, beyond one that reads the row
 * by hand: with three entities, then with 200. All take turns.
 */
public final class StartUp {
  private static final int ROUNDS = 11;
  private static final Path FOLDER = Path.of("target", "bench", "many");

  private StartUp() {}

  /**
   * Measures and prints.
   *
   * @param arguments how many rounds, if not eleven
   * @throws IOException if a process cannot be started
   * @throws SQLException if the database fails
   * @throws InterruptedException if interrupted between two processes
   */
  public static void main(String[] arguments)
      throws IOException, SQLException, InterruptedException {
    int rounds = arguments.length == 0 ? ROUNDS : Integer.parseInt(arguments[0]);
    String machine = Machine.description();
    Map<String, List<Double>> times = new LinkedHashMap<>();
    try (Place place = Place.open(Database.SQLITE);
        Library library = new Library(Database.SQLITE, place.jdbc())) {
      createEntity(place);
      for (Who who : Who.values()) {
        times.put(who.name(), new ArrayList<>());
      }
      for (ManyEntities many : ManyEntities.values()) {
        times.put(many.make(classes(), FOLDER.resolve("sources")), new ArrayList<>());
      }
      String answer = "";
      for (int round = 0; round < rounds; round++) {
        for (Map.Entry<String, List<Double>> starter : times.entrySet()) {
          answer = start(place.url(), starter, answer);
        }
      }
    }
    Page.show("start-up", table(machine, rounds, times));
  }

  /** Starts one process; all must say what the first said. */
  private static String start(String url, Map.Entry<String, List<Double>> who, String wanted)
      throws IOException, InterruptedException {
    long before = System.nanoTime();
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dorg.jboss.logging.provider=slf4j",
            "-cp",
            classes() + File.pathSeparator + System.getProperty("java.class.path"),
            FirstAnswer.class.getName(),
            url,
            who.getKey())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String answer = out.readLine();
      who.getValue().add((System.nanoTime() - before) / 1e6);
      if (answer == null || !wanted.isEmpty() && !answer.equals(wanted)) {
        throw new IllegalStateException(
            who.getKey() + " answers " + answer + ", by hand " + wanted);
      }
      return answer;
    } finally {
      process.destroy();
      process.waitFor(10, TimeUnit.SECONDS);
    }
  }

  private static List<String> table(String machine, int rounds, Map<String, List<Double>> times) {
    double byHand = Measured.median(times.get(Who.BY_HAND.name()));
    List<String> lines = new ArrayList<>(List.of(
        machine,
        String.format(
            Locale.ROOT,
            "Median of %d processes each, beyond the %.0f ms that it takes by hand.",
            rounds,
            byHand),
        "",
        "| | three entities, ms | 200 entities, ms |",
        "| --- | ---: | ---: |"));
    for (Who who : Who.values()) {
      if (who != Who.BY_HAND) {
        lines.add(String.format(
            Locale.ROOT,
            "| %s | %s | %s |",
            who.title(),
            beyond(times.get(who.name()), byHand),
            beyond(times.get(many(who)), byHand)));
      }
    }
    return lines;
  }

  private static String many(Who who) {
    for (ManyEntities many : ManyEntities.values()) {
      if (many.name().equals(who.name())) {
        return many.place() + ".Start";
      }
    }
    return "";
  }

  private static String beyond(List<Double> times, double byHand) {
    return times == null
        ? "–"
        : String.format(Locale.ROOT, "%.0f", Measured.median(times) - byHand);
  }

  /** The row that the generated entities read, the same as the first author. */
  private static void createEntity(Place place) throws SQLException {
    try (Connection connection = place.jdbc();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE entity100 AS SELECT *, NULL AS parent_id FROM author WHERE id = 1");
    }
  }

  private static Path classes() throws IOException {
    return Files.createDirectories(FOLDER.resolve("classes"));
  }
}
