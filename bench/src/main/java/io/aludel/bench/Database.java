package io.aludel.bench;

/** The databases that run without being installed, all on the machine of the benchmark. */
public enum Database {
  /** H2 in memory, its result cache off. */
  H2,
  /** SQLite in a file, in WAL mode. */
  SQLITE,
  /** PostgreSQL, started for the benchmark, over the loopback interface. */
  POSTGRESQL
}
