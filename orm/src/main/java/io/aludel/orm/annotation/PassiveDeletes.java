package io.aludel.orm.annotation;

/** How far the database is trusted with the related rows of a deleted object (parity row ORM-REL-22). */
public enum PassiveDeletes {
  /** Not at all: related objects are loaded, then deleted or parted from the deleted one. */
  LOAD,
  /** Related objects that are loaded are seen to, the others are left to the database. */
  TRUST,
  /** Foreign keys are never set to null, not even those of loaded objects. */
  NEVER_NULL
}
