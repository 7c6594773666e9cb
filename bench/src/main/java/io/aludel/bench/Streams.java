package io.aludel.bench;

import static io.aludel.sql.Sql.text;

import io.aludel.engine.Connection;
import io.aludel.engine.Engine;
import io.aludel.engine.ExecutionOptions;
import io.aludel.sql.Row;
import java.io.File;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;

/**
 * Makes a table of five million rows on each database, or on those named, and streams it through a process
 * of its own with a heap of 48 megabytes. The rows are 230 megabytes of text: who kept them would fail.
 */
public final class Streams {
  private static final int ROWS = 5_000_000;
  private static final String NAME = "'a name of forty characters, or nearly: ' || ";

  private Streams() {}

  /**
   * Makes and reads the tables.
   *
   * @param arguments the names of databases; none for all
   * @throws SQLException if a table cannot be made
   * @throws IOException if a process cannot be started
   * @throws InterruptedException if this one is interrupted
   */
  public static void main(String[] arguments)
      throws SQLException, IOException, InterruptedException {
    for (Database database : Database.named(arguments)) {
      try (Place place = database == Database.H2 ? Place.ofH2File() : Place.open(database)) {
        make(database, place);
        System.out.print(database + ": ");
        System.out.flush();
        read(place);
      }
    }
  }

  private static void make(Database database, Place place) throws SQLException {
    String rows = switch (database) {
      case H2 -> "SELECT x AS id, " + NAME + "x AS name FROM SYSTEM_RANGE(1, " + ROWS + ")";
      case POSTGRESQL ->
        "SELECT i AS id, " + NAME + "i AS name FROM generate_series(1, " + ROWS + ") AS i";
      case MARIADB ->
        "SELECT seq AS id, CONCAT(" + NAME.replace(" || ", "") + ", seq) AS name FROM seq_1_to_"
            + ROWS;
      case SQLITE ->
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + ROWS
            + ") SELECT i AS id, " + NAME + "i AS name FROM n";
    };
    try (java.sql.Connection connection = place.jdbc();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE large AS " + rows);
    }
  }

  private static void read(Place place) throws IOException, InterruptedException {
    int answer = new ProcessBuilder(
            System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
            "-Xmx48m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Reader.class.getName(),
            place.url())
        .inheritIO()
        .start()
        .waitFor();
    if (answer != 0) {
      throw new IllegalStateException("the reader failed with " + answer);
    }
  }

  /** The process that reads. */
  static final class Reader {
    private Reader() {}

    /** Streams the table and says what it saw and what memory is left in use. */
    public static void main(String[] arguments) {
      long rows = 0;
      long characters = 0;
      long begin = System.nanoTime();
      try (Engine engine = Engine.create(arguments[0]);
          Connection connection = engine.connect()) {
        ExecutionOptions streaming = ExecutionOptions.NONE.streamResults(true);
        for (Row row :
            connection.execute(text("SELECT id, name FROM large"), Map.of(), streaming)) {
          rows++;
          characters += String.valueOf(row.get(1)).length();
        }
      }
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      System.out.println(String.format(
          Locale.ROOT,
          "%,d rows, %,d characters, %.1f s, heap %d of %d MB",
          rows,
          characters,
          (System.nanoTime() - begin) / 1e9,
          (runtime.totalMemory() - runtime.freeMemory()) >> 20,
          runtime.maxMemory() >> 20));
    }
  }
}
