package io.aludel.orm.internal.state;

/** How far a look at an attribute may go to find what is not loaded (parity row ORM-INS-10). */
public enum Passive {
  /** Only what is in memory. */
  NO_LOAD,
  /** It may be loaded, with SQL. */
  MAY_LOAD
}
