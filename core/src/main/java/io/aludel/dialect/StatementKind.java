package io.aludel.dialect;

/** What a compiled statement does. */
public enum StatementKind {
  /** It only asks. */
  SELECT,
  /** It adds rows. */
  INSERT,
  /** It changes rows. */
  UPDATE,
  /** It removes rows. */
  DELETE,
  /** It is text; only running it tells. */
  TEXT
}
