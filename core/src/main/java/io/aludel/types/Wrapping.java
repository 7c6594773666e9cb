package io.aludel.types;

import io.aludel.ArgumentException;

/**
 * SQL around a value or a column, such as {@code lower(} and {@code )}. It stands in statements as it is:
 * never make it from input.
 *
 * @param before what stands before
 * @param after what stands after
 */
public record Wrapping(String before, String after) {
  /** Nothing around it. */
  public static final Wrapping NONE = new Wrapping("", "");

  /** Checks the parts. */
  public Wrapping {
    ArgumentException.requireNonNull(before, "the SQL before a value");
    ArgumentException.requireNonNull(after, "the SQL after a value");
  }

  /**
   * A call of a function of one argument.
   *
   * @param name the function
   * @return the wrapping
   */
  public static Wrapping call(String name) {
    return new Wrapping(ArgumentException.requireText(name, "the name of a function") + "(", ")");
  }

  /**
   * A conversion by the database.
   *
   * @param type the type as it stands in CAST
   * @return the wrapping
   */
  public static Wrapping cast(String type) {
    return new Wrapping("CAST(", " AS " + ArgumentException.requireText(type, "a type") + ")");
  }

  /**
   * Whether there is nothing around.
   *
   * @return true for {@link #NONE}
   */
  public boolean isEmpty() {
    return before.isEmpty() && after.isEmpty();
  }

  /**
   * The SQL with this around it.
   *
   * @param sql the SQL
   * @return the whole
   */
  public String around(String sql) {
    return before + sql + after;
  }
}
