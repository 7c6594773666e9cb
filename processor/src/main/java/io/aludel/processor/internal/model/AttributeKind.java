package io.aludel.processor.internal.model;

/** What an attribute can do in a statement. */
public enum AttributeKind {
  /** Text. */
  TEXT,
  /** A number. */
  NUMERIC,
  /** A value with an order. */
  ORDERED,
  /** A truth value. */
  TRUTH,
  /** A value that can only be equal or not. */
  VALUE,
  /** A record kept in several columns. */
  COMPOSITE,
  /** A relationship to one object. */
  REFERENCE,
  /** A relationship to a collection. */
  COLLECTION;

  /**
   * Whether the attribute leads to entities and has no column of its own.
   *
   * @return true for a relationship
   */
  public boolean isRelationship() {
    return this == REFERENCE || this == COLLECTION;
  }
}
