package io.aludel.examples.notes;

import io.aludel.examples.program.Arguments;
import io.aludel.examples.program.UsageException;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param port where to serve
 * @param url the database
 * @param help whether to explain all this
 */
record NotesOptions(int port, String url, boolean help) {
  static final String USAGE = """
      Serves albums, tracks and notes over HTTP.

      usage: Notes [options]

        --port PORT       where to serve on this machine, 8080 unless told otherwise
        --file FILE       the SQLite file, notes.db unless told otherwise; made if it is not there
        --database URL    another database instead, such as jdbc:postgresql://localhost/notes
        --help            print this text

      exit codes: 0 ended by a signal, 1 the database or the port refused,
                  2 the command line makes no sense

      With Maven: mvn -q -ntp -pl examples -am compile exec:java \\
                      -Dexec.mainClass=io.aludel.examples.notes.Notes
      """;

  /**
   * Reads a command line.
   *
   * @throws UsageException if it makes no sense
   */
  static NotesOptions parse(List<String> all) {
    Arguments arguments = new Arguments(all);
    int port = 8080;
    String url = "jdbc:sqlite:notes.db";
    boolean help = false;
    while (arguments.hasNext()) {
      String name = arguments.next();
      switch (name) {
        case "--help", "-h" -> help = true;
        case "--port" -> port = portOf(arguments.value());
        case "--file" -> url = "jdbc:sqlite:" + arguments.value();
        case "--database" -> url = arguments.url();
        default -> throw new UsageException("There is no option '" + name + "'.");
      }
    }
    return new NotesOptions(port, url, help);
  }

  private static int portOf(String value) {
    if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65_535) {
      throw new UsageException("--port is a number up to 65535, not '" + value + "'.");
    }
    return Integer.parseInt(value);
  }
}
