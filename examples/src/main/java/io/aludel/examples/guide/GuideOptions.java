package io.aludel.examples.guide;

import io.aludel.examples.page.Palette;
import io.aludel.examples.program.Arguments;
import io.aludel.examples.program.UsageException;
import java.util.List;
import java.util.Map;

/**
 * What the command line asks for.
 *
 * @param url the database
 * @param chapter the only chapter to print, or 0 for all
 * @param help whether to print how the program is called, and nothing else
 * @param palette the colours to print with
 */
record GuideOptions(String url, int chapter, boolean help, Palette palette) {
  static final String USAGE = """
      Runs the guide, chapter by chapter: the code, the SQL it sends, the answer.

      usage: Guide [--chapter N] [--color auto|always|never] [--help] [JDBC-URL]

        --chapter N   print chapter N only
        --color WHEN  colours: on a terminal only (auto), always or never
        --help        print this text
        JDBC-URL      an empty database; without one, an SQLite database in memory.
                      SQLite, H2 and PostgreSQL drivers are included. The guide creates its
                      tables and drops them again; it refuses to start if one of them exists.

      With Maven: mvn -q -ntp -pl examples -am compile exec:java -Dexec.args="--chapter 3"
      """;

  private static final String MEMORY = "jdbc:sqlite::memory:";

  /**
   * Reads a command line.
   *
   * @throws UsageException if it makes no sense
   */
  static GuideOptions parse(List<String> all, int chapters, Palette automatic) {
    Arguments arguments = new Arguments(all);
    GuideOptions options = new GuideOptions(MEMORY, 0, false, automatic);
    while (arguments.hasNext()) {
      String argument = arguments.next();
      switch (argument) {
        case "--help", "-h" -> options = options.withHelp();
        case "--chapter" -> options = options.withChapter(arguments.value(), chapters);
        case "--color" -> options = options.withColor(arguments.value(), automatic);
        default -> options = options.withUrl(argument);
      }
    }
    return options;
  }

  private GuideOptions withHelp() {
    return new GuideOptions(url, chapter, true, palette);
  }

  private GuideOptions withChapter(String number, int chapters) {
    if (!number.matches("[0-9]{1,3}")
        || Integer.parseInt(number) < 1
        || Integer.parseInt(number) > chapters) {
      throw new UsageException(
          "There is no chapter '" + number + "'; they are numbered 1 to " + chapters + ".");
    }
    return new GuideOptions(url, Integer.parseInt(number), help, palette);
  }

  private GuideOptions withColor(String when, Palette automatic) {
    Palette chosen = Map.of("auto", automatic, "always", Palette.COLORED, "never", Palette.PLAIN)
        .get(when);
    if (chosen == null) {
      throw new UsageException("--color is auto, always or never, not '" + when + "'.");
    }
    return new GuideOptions(url, chapter, help, chosen);
  }

  private GuideOptions withUrl(String argument) {
    if (!argument.startsWith("jdbc:")) {
      throw new UsageException("'" + argument + "' is neither an option nor a JDBC URL.");
    }
    return new GuideOptions(argument, chapter, help, palette);
  }
}
