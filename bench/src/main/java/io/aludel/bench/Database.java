package io.aludel.bench;

/** The databases that run inside the process of the benchmark. */
public enum Database {
  /** H2 in memory, its result cache off. */
  H2,
  /** SQLite in a file, in WAL mode. */
  SQLITE
}
