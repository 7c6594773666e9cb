package io.aludel.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;

/** Takes the text of a CREATE statement apart into words, quoted names and what stands in parentheses. */
final class SqlTokens {
  private final String text;
  private int at;

  private SqlTokens(String text) {
    this.text = text;
  }

  /** What a token is. */
  enum Kind {
    /** A word, number or operator as it stands. */
    WORD,
    /** A name in quotes; the text is without them. */
    NAME,
    /** A text in quotes, with them. */
    STRING,
    /** Parentheses; the text is what stands within. */
    GROUP
  }

  /** A token. */
  record Token(Kind kind, String text) {
    boolean is(String word) {
      return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }
  }

  static List<Token> of(String text) {
    SqlTokens tokens = new SqlTokens(text);
    List<Token> all = new ArrayList<>();
    for (Token token = tokens.next(); token != null; token = tokens.next()) {
      all.add(token);
    }
    return all;
  }

  /** The tokens between commas. */
  static List<List<Token>> items(String text) {
    List<List<Token>> items = new ArrayList<>();
    List<Token> item = new ArrayList<>();
    for (Token token : of(text)) {
      if (token.is(",")) {
        items.add(item);
        item = new ArrayList<>();
      } else {
        item.add(token);
      }
    }
    items.add(item);
    return items;
  }

  private @org.jspecify.annotations.Nullable Token next() {
    skipBlanks();
    if (at >= text.length()) {
      return null;
    }
    char c = text.charAt(at);
    return switch (c) {
      case '(' -> new Token(Kind.GROUP, group());
      case '\'' -> new Token(Kind.STRING, "'" + quoted('\'').replace("'", "''") + "'");
      case '"', '`' -> new Token(Kind.NAME, quoted(c));
      case '[' -> new Token(Kind.NAME, quoted(']'));
      default -> new Token(Kind.WORD, word());
    };
  }

  private void skipBlanks() {
    boolean moved = true;
    while (moved && at < text.length()) {
      int before = at;
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else if (text.startsWith("--", at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end + 1;
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at);
        at = end < 0 ? text.length() : end + 2;
      }
      moved = at > before;
    }
  }

  private String word() {
    int start = at++;
    if (!isWordPart(text.charAt(start))) {
      return text.substring(start, at);
    }
    while (at < text.length() && isWordPart(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '.';
  }

  private String quoted(char close) {
    StringBuilder inner = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != close) {
        inner.append(c);
      } else if (at < text.length() && text.charAt(at) == close && close != ']') {
        inner.append(c);
        at++;
      } else {
        return inner.toString();
      }
    }
    return inner.toString();
  }

  private String group() {
    int start = ++at;
    while (at < text.length() && text.charAt(at) != ')') {
      skipBlanks();
      if (at < text.length() && text.charAt(at) != ')') {
        next();
      }
    }
    return text.substring(start, Math.min(at++, text.length())).strip();
  }
}
