package io.aludel.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An author to be inserted, as plain values. */
public record NewAuthor(
    String name, @Nullable String email, int born, double rating, List<String> titles) {
  /** Without books. */
  static NewAuthor numbered(int number) {
    return withBooks(number, 0);
  }

  static NewAuthor withBooks(int number, int books) {
    String[] titles = new String[books];
    for (int i = 0; i < books; i++) {
      titles[i] = "Book " + i + " of author " + number;
    }
    return new NewAuthor(
        "Author " + number,
        number % 3 == 0 ? null : "author" + number + "@example.org",
        1900 + number % 100,
        number % 50 / 4.0,
        List.of(titles));
  }
}
