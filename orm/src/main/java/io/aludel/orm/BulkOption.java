package io.aludel.orm;

/** How {@link BulkWrites} write. */
public enum BulkOption {
  /**
   * Keys and other values that the database made go onto the objects that were inserted, which look detached
   * then. Without it nothing is asked back, and objects stay as they are.
   */
  RETURN_DEFAULTS,
  /** Null that was set is inserted as NULL, where otherwise the column's default would be used. */
  RENDER_NULLS,
  /** Objects of one class are written together, whatever the order in which they were given. */
  IN_ANY_ORDER,
  /** All loaded attributes of objects with a row are written, not the changed ones only. */
  WITH_UNCHANGED
}
