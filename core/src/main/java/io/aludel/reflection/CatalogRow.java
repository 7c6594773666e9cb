package io.aludel.reflection;

import org.jspecify.annotations.Nullable;

/** One row of a catalogue, as the driver gives it. Immutable. */
public final class CatalogRow {
  private final @Nullable Object[] values;

  /**
   * Creates a row.
   *
   * @param values the values in order
   */
  public CatalogRow(@Nullable Object... values) {
    this.values = values.clone();
  }

  /**
   * A value as text.
   *
   * @param position 0 for the first
   * @return the text, or null for NULL
   */
  public @Nullable String text(int position) {
    Object value = values[position];
    return value == null ? null : value.toString();
  }

  /**
   * A value as text that is there.
   *
   * @param position 0 for the first
   * @return the text, empty for NULL
   */
  public String name(int position) {
    String text = text(position);
    return text == null ? "" : text;
  }

  /**
   * A value as a number.
   *
   * @param position 0 for the first
   * @return the number, or null for NULL
   */
  public @Nullable Long number(int position) {
    Object value = values[position];
    if (value == null) {
      return null;
    }
    return value instanceof Number number ? number.longValue() : Long.valueOf(value.toString());
  }

  /**
   * A value as a truth.
   *
   * @param position 0 for the first
   * @return false for NULL, 0, false, NO and n
   */
  public boolean truth(int position) {
    Object value = values[position];
    if (value instanceof Boolean truth) {
      return truth;
    }
    if (value instanceof Number number) {
      return number.longValue() != 0;
    }
    String text = value == null ? "" : value.toString();
    return text.equalsIgnoreCase("true")
        || text.equalsIgnoreCase("yes")
        || text.equalsIgnoreCase("t")
        || text.equals("1");
  }
}
