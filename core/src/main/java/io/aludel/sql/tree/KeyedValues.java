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
      if (values[i] instanceof LateValue) {
        return asked(i);
      }
    }
    return values;
  }

  private @Nullable Object[] asked(int first) {
    @Nullable Object[] now = values.clone();
    for (int i = first; i < now.length; i++) {
      if (now[i] instanceof LateValue late) {
        now[i] = late.value();
      }
    }
    return now;
  }
}
