package io.aludel.orm;

/** An UPDATE or DELETE met fewer rows than there were objects to write. */
public final class StaleDataException extends FlushException {
  private static final long serialVersionUID = 1L;

  private final String table;
  private final int expected;
  private final int matched;

  /**
   * Creates the exception.
   *
   * @param statement {@code UPDATE} or {@code DELETE}
   * @param table the table
   * @param expected the number of objects
   * @param matched the number of rows
   * @param objects the objects whose rows may be gone
   */
  public StaleDataException(
      String statement, String table, int expected, int matched, String objects) {
    super(
        OrmError.STALE_DATA,
        statement
            + " on '"
            + table
            + "' matched "
            + matched
            + " of "
            + expected
            + " rows for "
            + objects
            + ". The row was deleted or its key changed by another transaction. Roll back, refresh"
            + " the object and try again.");
    this.table = table;
    this.expected = expected;
    this.matched = matched;
  }

  /**
   * The table that was written to.
   *
   * @return its name
   */
  public String table() {
    return table;
  }

  /**
   * The number of objects that were to be written.
   *
   * @return the number
   */
  public int expected() {
    return expected;
  }

  /**
   * The number of rows that were there.
   *
   * @return the number
   */
  public int matched() {
    return matched;
  }
}
