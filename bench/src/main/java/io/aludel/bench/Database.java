package io.aludel.bench;

/** The databases that run without being installed, all on the machine of the benchmark. */
public enum Database {
  /** H2 in memory, its result cache off. */
  H2("H2 in memory"),
  /** SQLite in a file, in WAL mode. */
  SQLITE("SQLite file, WAL"),
  /** PostgreSQL, started for the benchmark, over the loopback interface. */
  POSTGRESQL("PostgreSQL on loopback");

  private final String title;

  Database(String title) {
    this.title = title;
  }

  /** How people write it, and where it runs. */
  String title() {
    return title;
  }
}
