package io.aludel.sql.grammar;

import io.aludel.sql.grammar.SqlToken.Kind;
import java.util.List;
import java.util.Set;

/** Reads the tokens of a statement one after the other. */
class TokenReader {
  /** Words that are never names without quotes in what we write. */
  private static final Set<String> KEYWORDS = Set.of(
      "SELECT",
      "FROM",
      "WHERE",
      "GROUP",
      "HAVING",
      "ORDER",
      "OFFSET",
      "FETCH",
      "UNION",
      "INTERSECT",
      "EXCEPT",
      "MINUS",
      "JOIN",
      "LEFT",
      "FULL",
      "CROSS",
      "OUTER",
      "INNER",
      "ON",
      "AS",
      "AND",
      "OR",
      "NOT",
      "IN",
      "IS",
      "NULL",
      "LIKE",
      "BETWEEN",
      "CASE",
      "WHEN",
      "THEN",
      "ELSE",
      "END",
      "WITH",
      "SET",
      "VALUES",
      "INTO",
      "USING",
      "DISTINCT",
      "EXISTS",
      "FOR",
      "LIMIT",
      "RETURNING",
      "OUTPUT");

  protected final Unserved dialect;
  private final String sql;
  private final List<SqlToken> tokens;
  protected int at;

  TokenReader(Unserved dialect, String sql) {
    this.dialect = dialect;
    this.sql = sql;
    tokens = dialect.tokens(sql);
  }

  final NotInGrammar failed(String wanted) {
    String found = at < tokens.size() ? tokens.get(at).toString() : "the end";
    return new NotInGrammar(wanted + " is wanted, not " + found + ",", sql, at);
  }

  final boolean isAtEnd() {
    return at == tokens.size();
  }

  final boolean next(String word) {
    return ahead(0, word);
  }

  final boolean ahead(int distance, String word) {
    return at + distance < tokens.size() && tokens.get(at + distance).is(word);
  }

  final boolean next(Kind kind) {
    return at < tokens.size() && tokens.get(at).kind() == kind;
  }

  /** Reads these words if all of them come next. */
  final boolean took(String words) {
    String[] all = words.split(" ");
    for (int i = 0; i < all.length; i++) {
      if (!ahead(i, all[i])) {
        return false;
      }
    }
    at += all.length;
    return true;
  }

  final boolean took(Kind kind) {
    boolean found = next(kind);
    at += found ? 1 : 0;
    return found;
  }

  final void need(String words) {
    if (!took(words)) {
      throw failed(words);
    }
  }

  final void need(Kind kind) {
    if (!took(kind)) {
      throw failed(kind.toString());
    }
  }

  final boolean nextName() {
    return next(Kind.NAME)
        || (next(Kind.WORD)
            && !KEYWORDS.contains(tokens.get(at).text().toUpperCase(java.util.Locale.ROOT)));
  }

  final void name() {
    if (!nextName()) {
      throw failed("a name");
    }
    at++;
  }

  /** A name with what it is in. */
  final void path() {
    do {
      name();
    } while (took("."));
  }

  final void list(Runnable each) {
    do {
      each.run();
    } while (took(","));
  }

  final void parenthesized(Runnable inner) {
    need("(");
    inner.run();
    need(")");
  }

  /** Whether this can be read from here, in which case it is. */
  final boolean tried(Runnable attempt) {
    int from = at;
    try {
      attempt.run();
      return true;
    } catch (NotInGrammar other) {
      at = from;
      return false;
    }
  }
}
