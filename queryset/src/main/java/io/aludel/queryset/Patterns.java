package io.aludel.queryset;

/** Text as a pattern that nothing but the text itself follows. */
final class Patterns {
  static final char ESCAPE = '/';

  private Patterns() {}

  static String literal(String text) {
    return text.replace("/", "//").replace("%", "/%").replace("_", "/_");
  }
}
