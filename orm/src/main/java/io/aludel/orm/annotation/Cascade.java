package io.aludel.orm.annotation;

/**
 * What is done to the objects behind a relationship when it is done to their owner (parity row
 * ORM-REL-15).
 */
public enum Cascade {
  /** They are added to the session with the owner. */
  SAVE_UPDATE,
  /** They are merged with the owner. */
  MERGE,
  /** They are refreshed and expired with the owner. */
  REFRESH_EXPIRE,
  /** They leave the session with the owner. */
  EXPUNGE,
  /** They are deleted with the owner. */
  DELETE,
  /** They are deleted when they lose their owner. Asks for {@link #DELETE} as well. */
  DELETE_ORPHAN,
  /** All of the above except {@link #DELETE_ORPHAN}. */
  ALL
}
