package io.aludel.reflection;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An index of the database. That of the primary key is not among them.
 *
 * @param name its name
 * @param parts what it is sorted by
 * @param unique whether it refuses equal rows
 * @param where which rows it holds, or null for all
 * @param constraint the name of the constraint that it belongs to, or null
 * @param options what the dialect says of it, such as {@code using} on PostgreSQL
 */
public record ReflectedIndex(
    String name,
    List<Part> parts,
    boolean unique,
    @Nullable String where,
    @Nullable String constraint,
    Map<String, String> options) {
  /**
   * One thing an index is sorted by.
   *
   * @param column the name of a column, or null for an expression
   * @param expression SQL text, or null for a column
   * @param descending true for descending order
   */
  public record Part(@Nullable String column, @Nullable String expression, boolean descending) {}

  /** Creates the description. */
  public ReflectedIndex {
    parts = List.copyOf(parts);
    options = Map.copyOf(options);
  }
}
