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
  private final boolean alwaysRefreshes;
  private final boolean refusesPartialKeys;
  private final boolean savesRowByRow;
  private final boolean orphanOfAll;

  RowRules(
      @Nullable ColumnProperty<?> version,
      @Nullable UnaryOperator<@Nullable Object> versions,
      EagerDefaults eagerDefaults,
      EntityMapping<?> mapping) {
    this.version = version;
    this.versions = versions;
    this.eagerDefaults = eagerDefaults;
    this.confirmsDeletedRows = mapping.confirmsDeletedRows();
    this.alwaysRefreshes = mapping.alwaysRefreshes();
    this.refusesPartialKeys = mapping.refusesPartialKeys();
    this.savesRowByRow = mapping.savesRowByRow();
    this.orphanOfAll = mapping.isOrphanOfAll();
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

  /**
   * Whether every statement that reads objects replaces what they hold.
   *
   * @return true if so
   */
  public boolean alwaysRefreshes() {
    return alwaysRefreshes;
  }

  /**
   * Whether a row counts as absent if any part of its key is NULL.
   *
   * @return true if so; otherwise all parts must be
   */
  public boolean refusesPartialKeys() {
    return refusesPartialKeys;
  }

  /**
   * Whether a flush saves one row after the other.
   *
   * @return true if so; otherwise each step is done for all rows
   */
  public boolean savesRowByRow() {
    return savesRowByRow;
  }

  /**
   * Whether only the loss of all parents makes an orphan.
   *
   * @return true if so; otherwise the loss of any parent does
   */
  public boolean isOrphanOfAll() {
    return orphanOfAll;
  }
}
