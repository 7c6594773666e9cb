package io.aludel.reflection;

import io.aludel.CoreError;
import io.aludel.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/**
 * Says that a view is there, but that the database cannot tell its columns: mostly because a table that
 * it selects from is gone.
 */
public final class UnreflectableTableException extends InvalidRequestException {
  private static final long serialVersionUID = 1L;

  private final String name;

  UnreflectableTableException(@Nullable String schema, String name) {
    super(
        CoreError.UNREFLECTABLE_TABLE,
        "View '" + (schema == null ? name : schema + "." + name)
            + "' cannot be reflected: the database does not tell its columns. Check whether all that it"
            + " selects from still exists; create it anew or drop it.");
    this.name = name;
  }

  /**
   * The name of the view.
   *
   * @return the name
   */
  public String name() {
    return name;
  }
}
