package io.aludel.orm;

/** How objects of a session are kept in step with an UPDATE or DELETE of entities (ORM-QRY-35). */
public enum Synchronize {
  /** {@link #EVALUATE} where the criteria can be worked out in memory, {@link #FETCH} otherwise. */
  AUTO,
  /**
   * The criteria are worked out on the objects of the session. Costs no SQL. What memory cannot tell is
   * expired.
   */
  EVALUATE,
  /** The keys of the rows are asked for first, with one SELECT, or come back with the statement. */
  FETCH,
  /** Objects stay as they are until they expire. */
  NONE
}
