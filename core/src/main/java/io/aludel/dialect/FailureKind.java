package io.aludel.dialect;

/** What a failure reported by a database or its driver means. */
public enum FailureKind {
  /** A constraint was violated. */
  INTEGRITY,
  /** A value does not fit: too long, out of range, wrong format, division by zero. */
  DATA,
  /** The database could not go on: deadlock, lock time-out, resources, shutdown. */
  OPERATIONAL,
  /** The connection is gone. */
  DISCONNECT,
  /** User or password were refused. */
  LOGIN_REFUSED,
  /** The statement is wrong: syntax, unknown table or column, missing rights. */
  PROGRAMMING,
  /** The database or its driver does not offer what the statement needs. */
  NOT_SUPPORTED,
  /** The database is in a state it cannot explain. */
  INTERNAL,
  /** The driver was used in a way it refuses. */
  INTERFACE,
  /** Nothing is known. */
  UNKNOWN
}
