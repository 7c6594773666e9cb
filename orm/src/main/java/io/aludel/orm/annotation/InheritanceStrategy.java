package io.aludel.orm.annotation;

/** Where the rows of sub classes of an entity lie. */
public enum InheritanceStrategy {
  /** All in the table of the topmost entity, whose discriminator tells them apart (parity row ORM-MAP-35). */
  SINGLE_TABLE,
  /** Each class has a table for what it adds, joined by the key (parity row ORM-MAP-34). */
  JOINED,
  /**
   * Each class has a table of its own with all attributes, and a key of its own; an abstract class has none.
   * Reading the super class reads all tables, by a union. Relationships are not inherited: a class that wants
   * one says {@code m.relationship("…")} in its {@link Mapping} method (parity row ORM-MAP-36).
   */
  CONCRETE
}
