package io.aludel.sql.grammar;

import io.aludel.sql.grammar.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes SQL apart as a server does, with quotes and comments by the rules of its manual: brackets, nested comments
 * and lines that go on behind a backslash are SQL Server's, q-quotes are Oracle's.
 */
final class SqlLexer {
  private static final List<String> SYMBOLS =
      List.of("<->", "<=>", "<#>", "<=", ">=", "<>", "!=", "||", "<<", ">>");
  private static final String SINGLE = "()+-*/%=<>,.;|&^~@:";

  private final boolean sqlServer;
  private final String sql;
  private final List<SqlToken> tokens = new ArrayList<>();
  private int at;

  SqlLexer(boolean sqlServer, String sql) {
    this.sqlServer = sqlServer;
    this.sql = sql;
  }

  List<SqlToken> tokens() {
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (sql.startsWith("--", at)) {
        int end = sql.indexOf('\n', at);
        at = end < 0 ? sql.length() : end;
      } else if (sql.startsWith("/*", at)) {
        comment();
      } else if (!literal() && !name(c) && !number(c)) {
        symbol(c);
      }
    }
    return tokens;
  }

  private void add(Kind kind, String text) {
    tokens.add(new SqlToken(kind, text));
  }

  /** Comments within comments are SQL Server's. */
  private void comment() {
    int from = at;
    int depth = 0;
    do {
      if (at >= sql.length()) {
        throw new NotInGrammar("a comment does not end", sql, from);
      }
      boolean opens = sql.startsWith("/*", at) && (sqlServer || depth == 0);
      boolean closes = sql.startsWith("*/", at);
      depth += opens ? 1 : closes ? -1 : 0;
      at += opens || closes ? 2 : 1;
    } while (depth > 0);
    if (sql.startsWith("/*+", from)) {
      add(Kind.HINT, sql.substring(from + 3, at - 2));
    }
  }

  private boolean literal() {
    String prefix =
        sql.substring(at, Math.min(sql.length(), at + 3)).toLowerCase(java.util.Locale.ROOT);
    int quote = prefix.indexOf('\'');
    String letters = quote < 0 ? "-" : prefix.substring(0, quote);
    boolean national = letters.isEmpty() || letters.equals("n");
    boolean alternative = !sqlServer && (letters.equals("q") || letters.equals("nq"));
    if (!national && !alternative) {
      return false;
    }
    at += quote + 1;
    add(Kind.TEXT, alternative ? alternative() : continued(quoted('\'')));
    return true;
  }

  /** SQL Server leaves out a backslash and the end of the line behind it. */
  private String continued(String text) {
    return sqlServer ? text.replace("\\\r\n", "").replace("\\\n", "") : text;
  }

  private String alternative() {
    char open = sql.charAt(at);
    int pair = "[({<".indexOf(open);
    String close = (pair < 0 ? open : "])}>".charAt(pair)) + "'";
    int end = sql.indexOf(close, at + 1);
    if (end < 0) {
      throw new NotInGrammar("a text does not end", sql, at);
    }
    String text = sql.substring(at + 1, end);
    at = end + 2;
    return text;
  }

  /** What stands before a quote, whose doubles mean one. */
  private String quoted(char close) {
    int from = at;
    StringBuilder text = new StringBuilder();
    while (at < sql.length()) {
      char c = sql.charAt(at++);
      boolean doubled = c == close && at < sql.length() && sql.charAt(at) == close;
      if (c == close && !doubled) {
        return text.toString();
      }
      at += doubled ? 1 : 0;
      text.append(c);
    }
    throw new NotInGrammar("a quote does not end", sql, from);
  }

  private boolean name(char c) {
    boolean bracket = sqlServer && c == '[';
    if (c == '"' || bracket) {
      at++;
      add(Kind.NAME, quoted(bracket ? ']' : '"'));
      return true;
    }
    boolean variable = sqlServer && (c == '@' || c == '#');
    if (!Character.isLetter(c) && c != '_' && !variable) {
      return false;
    }
    int from = at++;
    while (at < sql.length() && isPart(sql.charAt(at))) {
      at++;
    }
    add(Kind.WORD, sql.substring(from, at));
    return true;
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '#';
  }

  private boolean number(char c) {
    if (!Character.isDigit(c)) {
      return false;
    }
    int from = at;
    boolean exponent = false;
    while (at < sql.length()) {
      char next = sql.charAt(at);
      boolean sign = exponent && (next == '+' || next == '-');
      if (!Character.isLetterOrDigit(next) && next != '.' && !sign) {
        break;
      }
      exponent = next == 'E' || next == 'e';
      at++;
    }
    add(Kind.NUMBER, sql.substring(from, at));
    return true;
  }

  private void symbol(char c) {
    String symbol = SYMBOLS.stream()
        .filter(each -> sql.startsWith(each, at))
        .findFirst()
        .orElse(String.valueOf(c));
    if (c == '?') {
      add(Kind.PLACEHOLDER, symbol);
    } else if (symbol.length() > 1 || SINGLE.indexOf(c) >= 0) {
      add(Kind.SYMBOL, symbol);
    } else {
      throw new NotInGrammar("no token begins with '" + c + "'", sql, at);
    }
    at += symbol.length();
  }
}
