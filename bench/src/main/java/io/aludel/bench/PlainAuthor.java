package io.aludel.bench;

import org.jspecify.annotations.Nullable;

/** What hand-written JDBC builds from one row. */
record PlainAuthor(int id, String name, @Nullable String email, int born, double rating) {
  long checksum() {
    return id + name.length() + (email == null ? 0 : email.length()) + born + (long) (rating * 4);
  }
}
