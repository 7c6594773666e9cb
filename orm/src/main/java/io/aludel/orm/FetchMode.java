package io.aludel.orm;

/** What a session does when a relationship is read that nothing loaded; see {@link SessionOption#fetchMode}. */
public enum FetchMode {
  /** It is loaded for the object that is read. */
  EACH,
  /** It is loaded for all objects of the same result. */
  PEERS,
  /** It is refused if that takes SQL. */
  RAISE
}
