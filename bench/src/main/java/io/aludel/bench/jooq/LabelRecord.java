package io.aludel.bench.jooq;

/** A label read as plain values. */
record LabelRecord(int id, String name) {
  long checksum() {
    return id + name.length();
  }
}
