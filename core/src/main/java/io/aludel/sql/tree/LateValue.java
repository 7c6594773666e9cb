package io.aludel.sql.tree;

import org.jspecify.annotations.Nullable;

/** The value of a bind that is asked for each time its statement runs, such as the key of an object. */
@FunctionalInterface
public interface LateValue {
  /**
   * The value at this moment.
   *
   * @return the value, or null for SQL NULL
   */
  @Nullable Object value();
}
