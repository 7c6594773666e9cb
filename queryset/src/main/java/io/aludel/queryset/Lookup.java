package io.aludel.queryset;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How an attribute is compared; the names are those that callers write. */
enum Lookup {
  EXACT,
  IEXACT,
  CONTAINS,
  ICONTAINS,
  IN,
  GT,
  GTE,
  LT,
  LTE;

  static @Nullable Lookup named(String name) {
    return Arrays.stream(values())
        .filter(each -> each.word().equals(name))
        .findFirst()
        .orElse(null);
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isForText() {
    return this == IEXACT || this == CONTAINS || this == ICONTAINS;
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Lookup::word).toList();
  }
}
