package io.aludel.testing.internal.statement;

/** Brings SQL to one line. */
final class SqlText {
  private SqlText() {}

  /** Runs of white space become one space, except within quotes. */
  static String normal(String sql) {
    StringBuilder line = new StringBuilder(sql.length());
    char quote = 0;
    for (char c : sql.strip().toCharArray()) {
      if (quote != 0) {
        line.append(c);
        quote = c == quote ? 0 : quote;
      } else if (!Character.isWhitespace(c)) {
        line.append(c);
        quote = c == '\'' || c == '"' || c == '`' ? c : 0;
      } else if (line.charAt(line.length() - 1) != ' ') {
        line.append(' ');
      }
    }
    return line.toString();
  }
}
