package io.aludel.reflection;

import io.aludel.ArgumentException;
import io.aludel.CoreError;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says that the database has no table or view of a name (parity row ORM-DDL-25). */
public final class NoSuchTableException extends ArgumentException {
  private static final long serialVersionUID = 1L;

  private final List<String> names;

  /**
   * Creates the failure.
   *
   * @param schema where was looked, or null for the default schema
   * @param names the names that are not there
   */
  public NoSuchTableException(@Nullable String schema, Collection<String> names) {
    super(
        CoreError.NO_SUCH_TABLE,
        "The database has no table or view " + names + " in "
            + (schema == null ? "its default schema" : "schema '" + schema + "'")
            + ". Check the names and the schema, or create them first.");
    this.names = List.copyOf(names);
  }

  /**
   * The names that are not there.
   *
   * @return the names
   */
  public List<String> names() {
    return names;
  }
}
