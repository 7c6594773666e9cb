package io.aludel.sql.grammar;

/** That some SQL is none of the language. */
public final class NotInGrammar extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotInGrammar(String what, String sql, int at) {
    super(what + " at " + at + " of: " + sql);
  }
}
