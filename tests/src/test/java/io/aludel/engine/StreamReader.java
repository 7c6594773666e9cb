package io.aludel.engine;

import static io.aludel.sql.Sql.text;

import io.aludel.sql.Row;
import java.util.Map;

/**
 * Reads a stream of many rows in a process of its own, whose heap is smaller than the rows are. Its
 * arguments are the URL, the user, the password (each perhaps a dash), and SQL.
 */
final class StreamReader {
  private StreamReader() {}

  public static void main(String[] arguments) {
    EngineBuilder builder = Engine.builder(arguments[0]);
    if (!arguments[1].equals("-")) {
      builder.user(arguments[1]).password(arguments[2]);
    }
    long rows = 0;
    long characters = 0;
    try (Engine engine = builder.create();
        Connection connection = engine.connect()) {
      ExecutionOptions streaming = ExecutionOptions.NONE.streamResults(true);
      for (Row row : connection.execute(text(arguments[3]), Map.of(), streaming)) {
        rows++;
        characters += String.valueOf(row.get(1)).length();
      }
    }
    System.out.println(rows + " rows of " + characters + " characters");
  }
}
