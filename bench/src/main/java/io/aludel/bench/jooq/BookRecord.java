package io.aludel.bench.jooq;

/** A book read as plain values. */
record BookRecord(int id, String title, int pages) {
  long checksum() {
    return id + title.length() + pages;
  }
}
