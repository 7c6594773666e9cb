package io.aludel.orm.annotation;

/** Where the rows of sub classes of an entity lie. */
public enum InheritanceStrategy {
  /** All in the table of the topmost entity, whose discriminator tells them apart (parity row ORM-MAP-35). */
  SINGLE_TABLE,
  /** Each class has a table for what it adds, joined by the key (parity row ORM-MAP-34). */
  JOINED,
  /**
   * Each class has a table of its own with all attributes, and a key of its own. Reading the super class
   * finds none of them, and its relationships are not inherited.
   */
  CONCRETE
}
