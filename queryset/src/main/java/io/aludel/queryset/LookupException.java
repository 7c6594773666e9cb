package io.aludel.queryset;

import io.aludel.ArgumentException;

/**
 * Says that a look-up, a sort key or a path leads nowhere, or was given a value it cannot take. Safe to
 * show to whoever sent the name: it lists what exists and holds no value. Thrown before any SQL.
 */
public final class LookupException extends ArgumentException {
  private static final long serialVersionUID = 1L;

  private static final int LONGEST = 80;

  private final String lookup;
  private final String reason;

  LookupException(String lookup, String what) {
    super(
        QuerySetError.LOOKUP,
        "The look-up '" + Names.printable(lookup, LONGEST) + "' cannot be made: " + what);
    this.lookup = lookup;
    this.reason = what;
  }

  /**
   * The look-up as it was given.
   *
   * @return the look-up
   */
  public String lookup() {
    return lookup;
  }

  /**
   * Why it cannot be made, for people: it lists what exists, and holds no value.
   *
   * @return the reason, one sentence or two
   */
  public String reason() {
    return reason;
  }
}
