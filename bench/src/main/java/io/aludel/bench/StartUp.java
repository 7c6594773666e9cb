package io.aludel.bench;

import java.io.IOException;
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

/**
 * How long a process takes from its start to the first row of an SQLite file, beyond one that reads the row
 * by hand: with three entities, then with 200; as it comes, then with an archive of the classes that it
 * loads, which the JVM makes. All take turns.
 */
public final class StartUp {
  private static final int ROUNDS = 11;
  private static final Path FOLDER = Path.of("target", "bench", "many");

  private final Map<String, Starter> plain = new LinkedHashMap<>();
  private final Map<String, Starter> archived = new LinkedHashMap<>();

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
    StartUp measured = new StartUp();
    try (Place place = Place.open(Database.SQLITE);
        Library library = new Library(Database.SQLITE, place.jdbc())) {
      createEntity(place);
      measured.prepare(place.url());
      measured.run(place.url(), rounds);
    }
    Page.show("start-up", measured.table(machine, rounds));
  }

  private void prepare(String url) throws IOException, InterruptedException {
    List<String> names = new ArrayList<>();
    for (Who who : Who.values()) {
      names.add(who.name());
    }
    Path classes = Files.createDirectories(FOLDER.resolve("classes"));
    for (ManyEntities many : ManyEntities.values()) {
      names.add(many.make(classes, FOLDER.resolve("sources")));
    }
    String path = new ClassPath(classes).inJars(FOLDER.resolve("jars"));
    for (String name : names) {
      plain.put(name, new Starter(name, path));
      archived.put(name, Starter.withArchive(name, path, url, FOLDER.resolve(name + ".jsa")));
    }
  }

  private void run(String url, int rounds) throws IOException, InterruptedException {
    String answer = "";
    for (int round = 0; round < rounds; round++) {
      for (String name : plain.keySet()) {
        answer = plain.get(name).start(url, answer);
        answer = archived.get(name).start(url, answer);
      }
    }
  }

  private List<String> table(String machine, int rounds) {
    List<String> lines = new ArrayList<>(List.of(
        machine,
        String.format(
            Locale.ROOT,
            "Median of %d processes each, beyond the %.0f ms that it takes by hand, %.0f with archived"
                + " classes.",
            rounds,
            plain.get(Who.BY_HAND.name()).median(),
            archived.get(Who.BY_HAND.name()).median()),
        "",
        "| | three entities, ms | 200 entities, ms | three, classes archived | 200, classes archived |",
        "| --- | ---: | ---: | ---: | ---: |"));
    for (Who who : Who.values()) {
      if (who != Who.BY_HAND) {
        lines.add(String.format(
            Locale.ROOT,
            "| %s | %s | %s | %s | %s |",
            who.title(),
            beyond(plain, who.name()),
            beyond(plain, many(who)),
            beyond(archived, who.name()),
            beyond(archived, many(who))));
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

  private static String beyond(Map<String, Starter> starters, String name) {
    Starter starter = starters.get(name);
    double byHand = starters.get(Who.BY_HAND.name()).median();
    return starter == null ? "–" : String.format(Locale.ROOT, "%.0f", starter.median() - byHand);
  }

  /** The row that the generated entities read, the same as the first author. */
  private static void createEntity(Place place) throws SQLException {
    try (Connection connection = place.jdbc();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE entity100 AS SELECT *, NULL AS parent_id FROM author WHERE id = 1");
    }
  }
}
