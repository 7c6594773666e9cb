package io.aludel.orm.mapping;

/** On which side of a relationship the foreign key lies (parity row ORM-REL-08). */
public enum Direction {
  /** In the table of the related entity. */
  ONE_TO_MANY,
  /** In the table of the entity that has the relationship. */
  MANY_TO_ONE,
  /** In a link table between both. */
  MANY_TO_MANY
}
