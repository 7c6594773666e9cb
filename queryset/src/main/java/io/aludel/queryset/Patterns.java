package io.aludel.queryset;

/** Text as a pattern that nothing but the text itself follows. */
final class Patterns {
  static final char ESCAPE = '/';

  private Patterns() {}

  /** The text anywhere: one value, so that no database puts the pattern together again for each row. */
  static String around(String text) {
    return "%" + literal(text) + "%";
  }

  static String literal(String text) {
    return text.replace("/", "//").replace("%", "/%").replace("_", "/_");
  }
}
