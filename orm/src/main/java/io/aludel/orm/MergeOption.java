package io.aludel.orm;

/** How {@link Session#merge} works; nothing said means that rows are looked up. */
public enum MergeOption {
  /**
   * Takes the state of the given objects for that of their rows: sends no SQL, calls no listeners and
   * leaves nothing to flush. For objects that come from a cache.
   */
  WITHOUT_LOADING
}
