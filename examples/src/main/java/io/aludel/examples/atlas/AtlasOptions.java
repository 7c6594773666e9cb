package io.aludel.examples.atlas;

import io.aludel.examples.program.Arguments;
import io.aludel.examples.program.UsageException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the command line asks for. */
final class AtlasOptions {
  static final String USAGE = """
      Loads what this JDK knows of countries, languages, scripts, currencies and time zones, with all
      their names, into a database, and answers questions from it. A load that was interrupted goes on
      where it stopped.

      usage: Atlas [options]

        --file FILE       the SQLite file, atlas.db unless told otherwise; made if it is not there
        --database URL    another database instead, such as jdbc:postgresql://localhost/atlas
        --locales A,B,C   load names in these locales only (tags such as de-CH)
        --batches N       stop loading after N batches; the next run goes on from there
        --load-only       load, and ask nothing
        --questions-only  ask, and load nothing
        --country CC      the country to ask about (two letters), CH unless told otherwise
        --date DATE       the date to ask about, 2024-03-31 unless told otherwise
        --compare         instead of all that, measure the load against JDBC by hand, in empty tables
        --help            print this text

      exit codes: 0 all went well, 1 the database refused, 2 the command line makes no sense,
                  3 the atlas is not loaded completely, so that nothing was asked

      With Maven: mvn -q -ntp -pl examples -am compile exec:java \\
                      -Dexec.mainClass=io.aludel.examples.atlas.Atlas -Dexec.args="--country JP"
      """;

  private @Nullable String file;
  private @Nullable String database;
  private Set<String> locales = Set.of();
  private int batches = Integer.MAX_VALUE;
  private boolean loads = true;
  private boolean asks = true;
  private boolean compares;
  private boolean help;
  private String country = "CH";
  private LocalDate date = LocalDate.of(2024, 3, 31);

  private AtlasOptions() {}

  /**
   * Reads a command line.
   *
   * @throws UsageException if it makes no sense
   */
  static AtlasOptions parse(List<String> all) {
    Arguments arguments = new Arguments(all);
    AtlasOptions options = new AtlasOptions();
    while (arguments.hasNext()) {
      String name = arguments.next();
      switch (name) {
        case "--help", "-h" -> options.help = true;
        case "--load-only" -> options.asks = false;
        case "--questions-only" -> options.loads = false;
        case "--compare" -> options.compares = true;
        case "--file" -> options.file = arguments.value();
        case "--database" -> options.database = arguments.url();
        case "--locales" -> options.locales = tags(arguments.value());
        case "--batches" -> options.batches = positive(arguments.value());
        case "--country" -> options.country = countryCode(arguments.value());
        case "--date" -> options.date = dateOf(arguments.value());
        default -> throw new UsageException("There is no option '" + name + "'.");
      }
    }
    options.check();
    return options;
  }

  private void check() {
    if (file != null && database != null) {
      throw new UsageException("--file and --database exclude each other.");
    }
    if (!loads && !asks) {
      throw new UsageException("--load-only and --questions-only exclude each other.");
    }
  }

  private static Set<String> tags(String value) {
    Set<String> known = new LinkedHashSet<>();
    for (Locale locale : Locale.getAvailableLocales()) {
      known.add(locale.toLanguageTag());
    }
    Set<String> tags = new LinkedHashSet<>(List.of(value.split(",")));
    for (String tag : tags) {
      if (!known.contains(tag)) {
        throw new UsageException("This JDK has no locale '" + tag + "'.");
      }
    }
    return tags;
  }

  private static int positive(String value) {
    if (!value.matches("[1-9][0-9]{0,5}")) {
      throw new UsageException("--batches is a number from 1 on, not '" + value + "'.");
    }
    return Integer.parseInt(value);
  }

  private static String countryCode(String value) {
    if (!List.of(Locale.getISOCountries()).contains(value)) {
      throw new UsageException("There is no country '" + value + "'; codes are as CH or JP.");
    }
    return value;
  }

  private static LocalDate dateOf(String value) {
    try {
      return LocalDate.parse(value);
    } catch (DateTimeException noDate) {
      throw new UsageException("--date is a date as 2024-03-31, not '" + value + "'.");
    }
  }

  /** The URL of the database. */
  String url() {
    return database == null ? "jdbc:sqlite:" + file() : database;
  }

  /** The SQLite file, even where another database is used. */
  String file() {
    return file == null ? "atlas.db" : file;
  }

  boolean usesFile() {
    return database == null;
  }

  Set<String> locales() {
    return locales;
  }

  int batches() {
    return batches;
  }

  boolean loads() {
    return loads;
  }

  boolean asks() {
    return asks;
  }

  boolean compares() {
    return compares;
  }

  boolean help() {
    return help;
  }

  String country() {
    return country;
  }

  LocalDate date() {
    return date;
  }
}
