package io.aludel.bench.byhand;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What hand-written JDBC builds from one row, and changes. */
final class PlainAuthor {
  final int id;
  final String name;
  final @Nullable String email;
  int born;
  final double rating;
  final List<PlainBook> books = new ArrayList<>();
  final List<PlainLabel> labels = new ArrayList<>();

  PlainAuthor(int id, String name, @Nullable String email, int born, double rating) {
    this.id = id;
    this.name = name;
    this.email = email;
    this.born = born;
    this.rating = rating;
  }

  long checksum() {
    return id + name.length() + (email == null ? 0 : email.length()) + born + (long) (rating * 4);
  }
}
