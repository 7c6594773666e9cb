package io.aludel.schema;

/** When a database checks a constraint. */
public enum Deferral {
  /** At each statement, never later; what databases do when nothing is said. */
  NOT_SAID(""),
  /** At each statement, and this cannot be changed. */
  NOT_DEFERRABLE("NOT DEFERRABLE"),
  /** At each statement, unless the transaction asks for later. */
  DEFERRABLE("DEFERRABLE"),
  /** At each statement, unless the transaction asks for later; said in full. */
  INITIALLY_IMMEDIATE("DEFERRABLE INITIALLY IMMEDIATE"),
  /** At commit, unless the transaction asks for earlier. */
  INITIALLY_DEFERRED("DEFERRABLE INITIALLY DEFERRED");

  private final String sql;

  Deferral(String sql) {
    this.sql = sql;
  }

  /**
   * The words of SQL.
   *
   * @return the words, empty when nothing need be said
   */
  public String sql() {
    return sql;
  }
}
