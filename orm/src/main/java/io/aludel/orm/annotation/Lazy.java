package io.aludel.orm.annotation;

/**
 * How a relationship is loaded when no option of a statement says otherwise (parity row ORM-REL-30). What is
 * loaded along stops where an entity would come again; see {@link
 * io.aludel.orm.mapping.RelationshipMapping#joinDepth}. There is no dynamic collection, which is read by a hidden
 * SELECT each time: that of a write-only one is a statement, run by the session.
 */
public enum Lazy {
  /** By a SELECT of its own on first access. */
  SELECT,
  /** With the owner, by a join in the same SELECT. */
  JOINED,
  /** After the owners, by one SELECT that repeats theirs as a subquery. */
  SUBQUERY,
  /** After the owners, by one SELECT with their keys in an IN list. */
  SELECTIN,
  /** After the owner, by a SELECT of its own. */
  IMMEDIATE,
  /** Not at all: access to what is not loaded is an error. */
  RAISE,
  /** Only where no SQL is needed; otherwise access is an error. */
  RAISE_ON_SQL,
  /** Not at all: it stays empty. */
  NO_LOAD,
  /**
   * Never as a whole: the collection takes additions and removals and is read by SELECT statements. What
   * a {@link io.aludel.orm.collection.WriteOnlyCollection} is without being said, and nothing else can be.
   */
  WRITE_ONLY
}
