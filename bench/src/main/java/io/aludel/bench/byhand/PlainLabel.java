package io.aludel.bench.byhand;

/** A label as hand-written JDBC builds it from one row. */
record PlainLabel(int id, String name) {
  long checksum() {
    return id + name.length();
  }
}
