package io.aludel.sql.tree;

import org.jspecify.annotations.Nullable;

/**
 * What one walk over a statement finds: its shape, and its values in slot order. A named parameter has
 * a slot too, whose value here is {@link #UNSET}.
 *
 * @param key the shape
 * @param values the values; a list of values for an {@code IN} is one array
 */
public record KeyedValues(StructuralKey key, @Nullable Object[] values) {
  /** Stands in the slot of a named parameter that still needs a value. */
  public static final Object UNSET = new Object();

  /**
   * The values for one execution.
   *
   * @return the values, those that are known late as they are now
   */
  @Override
  public @Nullable Object[] values() {
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof Late) {
        return asked(i);
      }
    }
    return values;
  }

  /**
   * The values as they were written, with nobody asked for those known late: enough to spell the
   * statement out.
   *
   * @return the values
   */
  public @Nullable Object[] written() {
    return values;
  }

  private @Nullable Object[] asked(int first) {
    @Nullable Object[] now = values.clone();
    for (int i = first; i < now.length; i++) {
      if (now[i] instanceof Late late) {
        now[i] = late.value();
      }
    }
    return now;
  }

  /** The value of a bind that is asked for each time its statement runs, such as the key of an object. */
  @FunctionalInterface
  public interface Late {
    /**
     * The value at this moment.
     *
     * @return the value, or null for SQL NULL
     */
    @Nullable Object value();
  }
}
