package io.aludel.orm.mapping;

import io.aludel.orm.annotation.EagerDefaults;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of an entity are written, beyond which column keeps what. Immutable, safe to share.
 */
public final class RowRules {
  private final @Nullable ColumnProperty<?> version;
  private final @Nullable UnaryOperator<@Nullable Object> versions;
  private final EagerDefaults eagerDefaults;
  private final boolean confirmsDeletedRows;

  RowRules(
      @Nullable ColumnProperty<?> version,
      @Nullable UnaryOperator<@Nullable Object> versions,
      EagerDefaults eagerDefaults,
      boolean confirmsDeletedRows) {
    this.version = version;
    this.versions = versions;
    this.eagerDefaults = eagerDefaults;
    this.confirmsDeletedRows = confirmsDeletedRows;
  }

  /**
   * The attribute that tells one state of a row from the next.
   *
   * @return the attribute, or null if rows have no version
   */
  public @Nullable ColumnProperty<?> version() {
    return version;
  }

  /**
   * What makes the next version from the last one, which is null for a new row.
   *
   * @return the function, or null if versions are supplied
   */
  public @Nullable UnaryOperator<@Nullable Object> versions() {
    return versions;
  }

  /**
   * When values that the database makes are read back.
   *
   * @return when
   */
  public EagerDefaults eagerDefaults() {
    return eagerDefaults;
  }

  /**
   * Whether a DELETE that meets fewer rows than objects is worth a warning.
   *
   * @return true unless switched off
   */
  public boolean confirmsDeletedRows() {
    return confirmsDeletedRows;
  }
}
