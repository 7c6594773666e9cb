package io.aludel.bench;

import java.util.Arrays;

/** The databases that run without being installed, all on the machine of the benchmark. */
public enum Database {
  /** H2 in memory, its result cache off. */
  H2,
  /** SQLite in a file, in WAL mode. */
  SQLITE,
  /** PostgreSQL, started for the benchmark, over the loopback interface. */
  POSTGRESQL,
  /** MariaDB, started for the benchmark, over the loopback interface; with the profile of its name. */
  MARIADB;

  /** Those that are on the class path: MariaDB is so with {@code -Pmariadb} only. */
  static String[] available() {
    return Arrays.stream(values())
        .filter(database -> database != MARIADB || hasMariadb())
        .map(Enum::name)
        .toArray(String[]::new);
  }

  private static boolean hasMariadb() {
    return Database.class.getClassLoader().getResource("org/mariadb/jdbc/Driver.class") != null;
  }
}
