package io.aludel.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The databases that run without being installed, all on the machine of the benchmark. */
public enum Database {
  /** H2 in memory, its result cache off. */
  H2("H2 in memory"),
  /** SQLite in a file, in WAL mode. */
  SQLITE("SQLite file, WAL"),
  /** PostgreSQL, started for the benchmark, over the loopback interface. */
  POSTGRESQL("PostgreSQL on loopback"),
  /** MariaDB, started for the benchmark, over the loopback interface; with the profile of its name. */
  MARIADB("MariaDB on loopback");

  private final String title;

  Database(String title) {
    this.title = title;
  }

  /** Those that are on the class path: MariaDB is so with {@code -Pmariadb} only. */
  static List<Database> available() {
    return Arrays.stream(values())
        .filter(database -> database != MARIADB || hasMariadb())
        .toList();
  }

  /** Those that are named, or all that are available. */
  static List<Database> named(String[] names) {
    return names.length == 0
        ? available()
        : Arrays.stream(names)
            .map(name -> valueOf(name.toUpperCase(Locale.ROOT)))
            .toList();
  }

  private static boolean hasMariadb() {
    return Database.class.getClassLoader().getResource("org/mariadb/jdbc/Driver.class") != null;
  }

  /** How people write it, and where it runs. */
  String title() {
    return title;
  }
}
