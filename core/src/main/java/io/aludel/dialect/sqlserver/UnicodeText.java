package io.aludel.dialect.sqlserver;

/** Text as literals of Unicode. */
final class UnicodeText {
  private UnicodeText() {}

  /** A literal; an expression where a line ends with a backslash, since both would be left out of a literal. */
  static String expression(String text) {
    if (!isContinued(text)) {
      return literal(text);
    }
    return "("
        + literal(text).replace("\\\r\n", "\\' + N'\r\n").replace("\\\n", "\\' + N'\n")
        + ")";
  }

  /** Whether a literal of the text would lose a backslash and the end of its line. */
  static boolean isContinued(String text) {
    return text.contains("\\\n") || text.contains("\\\r\n");
  }

  /** A literal of text that is not continued. */
  static String literal(String text) {
    return "N'" + text.replace("'", "''") + "'";
  }
}
