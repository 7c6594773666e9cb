package io.aludel.processor.internal.model;

import org.jspecify.annotations.Nullable;

/**
 * A column that a foreign key refers to.
 *
 * @param table the table, with its schema if that is stated
 * @param column the column
 */
public record ColumnTarget(String table, String column) {
  /**
   * Reads {@code table.column} or {@code schema.table.column}.
   *
   * @param text the text
   * @return the column; null when the text has another form
   */
  public static @Nullable ColumnTarget parse(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length < 2 || parts.length > 3) {
      return null;
    }
    for (String part : parts) {
      if (part.isBlank()) {
        return null;
      }
    }
    int dot = text.lastIndexOf('.');
    return new ColumnTarget(text.substring(0, dot), text.substring(dot + 1));
  }
}
