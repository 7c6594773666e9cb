package io.aludel.orm.annotation;

/**
 * When values that the database makes, such as server defaults, are read back after a flush; generated
 * keys are read at once in any case (parity row ORM-MAP-32).
 */
public enum EagerDefaults {
  /** At once where an INSERT can give them back for many rows, otherwise when they are next used. */
  AUTO,
  /** At once, for UPDATE as well, by a SELECT for each row where there is no other way. */
  ALWAYS,
  /** When they are next used. */
  NEVER
}
