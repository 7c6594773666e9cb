package io.aludel.orm;

import org.jspecify.annotations.Nullable;

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

  private StaleDataException(String table, String message) {
    super(OrmError.STALE_DATA, message);
    this.table = table;
    this.expected = 1;
    this.matched = 0;
  }

  /**
   * The failure of a load that locks a row: the session's object was read before somebody changed it.
   *
   * @param table the table
   * @param object the object
   * @param known the version the session knows
   * @param found the version of the row
   * @return the exception
   */
  public static StaleDataException ofLoad(
      String table, String object, @Nullable Object known, @Nullable Object found) {
    return new StaleDataException(
        table,
        "Cannot lock "
            + object
            + " as it is here: the session knows version "
            + known
            + ", and its row in '"
            + table
            + "' has version "
            + found
            + ". Refresh the object, then lock it.");
  }

  /**
   * The failure of a merge: the given object is of another version than the session's own.
   *
   * @param table the table
   * @param object the session's own object
   * @param given the version of the object given
   * @param present the version of the session's own
   * @return the exception
   */
  public static StaleDataException ofMerge(
      String table, String object, @Nullable Object given, @Nullable Object present) {
    return new StaleDataException(
        table,
        "Cannot merge into "
            + object
            + ": the given object has version "
            + given
            + ", and the one in the session has version "
            + present
            + ". Merge a copy of the present version, or leave the version unset to change whatever is"
            + " there.");
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
