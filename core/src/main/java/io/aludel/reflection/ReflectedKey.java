package io.aludel.reflection;

import io.aludel.schema.Deferral;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A primary key or unique constraint of the database.
 *
 * @param name its name, or null
 * @param columns the names of its columns in order
 * @param deferral when it is checked
 * @param comment the comment on it, or null
 */
public record ReflectedKey(
    @Nullable String name,
    List<String> columns,
    Deferral deferral,
    @Nullable String comment) {
  /** Creates the description. */
  public ReflectedKey {
    columns = List.copyOf(columns);
  }
}
