package io.aludel.sql.grammar;

/**
 * A piece of SQL.
 *
 * @param kind what it is
 * @param text what it says: of names and text in quotes what the quotes mean, of anything else itself
 */
public record SqlToken(Kind kind, String text) {
  /** What a piece of SQL can be. */
  public enum Kind {
    /** A keyword, or a name without quotes. */
    WORD,
    /** A name in quotes. */
    NAME,
    /** Text. */
    TEXT,
    /** A number, or bytes. */
    NUMBER,
    /** A question mark. */
    PLACEHOLDER,
    /** A comment that the server reads, as one with hints. */
    HINT,
    /** An operator, a parenthesis, a comma and so on. */
    SYMBOL
  }

  /** Whether it is this keyword, or this symbol. */
  boolean is(String wanted) {
    return switch (kind) {
      case WORD -> text.equalsIgnoreCase(wanted);
      case SYMBOL -> text.equals(wanted);
      default -> false;
    };
  }

  @Override
  public String toString() {
    return kind + " " + text;
  }
}
