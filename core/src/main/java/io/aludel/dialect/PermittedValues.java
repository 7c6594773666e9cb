package io.aludel.dialect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The only values of a column whose type is no type of the database, to be checked by a constraint.
 *
 * @param name the name of the constraint, or null
 * @param literals the values as they stand in SQL
 */
public record PermittedValues(@Nullable String name, List<String> literals) {
  /** Keeps its own copy of the list. */
  public PermittedValues {
    literals = List.copyOf(literals);
  }
}
