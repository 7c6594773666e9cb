package io.aludel.orm.annotation;

/** How far the database is trusted with the related rows of a deleted object (parity row ORM-REL-22). */
public enum PassiveDeletes {
  /** Not at all: related objects are loaded, then deleted or parted from the deleted one. */
  LOAD,
  /** Related objects that are loaded are seen to, the others are left to the database. */
  TRUST,
  /**
   * Related objects that the session holds are seen to; rows of the others are not loaded, but deleted by
   * one statement that names their owners, with those of many owners together. So no listener hears of
   * them, and no version of them is compared. For link rows of a many-to-many relationship, and for a
   * one-to-many that cascades DELETE to entities on which nothing else depends.
   */
  BY_STATEMENT,
  /** Foreign keys are never set to null, not even those of loaded objects. */
  NEVER_NULL
}
