package io.aludel.bench.byhand;

/** A book as hand-written JDBC builds it from one row. */
record PlainBook(int id, String title, int pages) {
  long checksum() {
    return id + title.length() + pages;
  }
}
