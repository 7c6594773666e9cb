package io.aludel.orm.annotation;

/**
 * How a relationship is loaded when no option of a statement says otherwise (parity row ORM-REL-30). What is
 * loaded along stops where an entity would come again; see {@link
 * io.aludel.orm.mapping.RelationshipMapping#joinDepth}.
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
  WRITE_ONLY,
  /**
   * Never as a whole: like {@link #WRITE_ONLY}, and reading the collection is a SELECT each time. What a {@link
   * io.aludel.orm.collection.DynamicCollection} is without being said, and nothing else can be.
   */
  DYNAMIC
}
