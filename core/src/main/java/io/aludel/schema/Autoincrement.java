package io.aludel.schema;

/** Whether the database generates the values of a primary key column (parity row ORM-DDL-04). */
public enum Autoincrement {
  /** Yes for the only column of a key if it is an integer without foreign key and without default. */
  AUTO,
  /** Yes, also as one column of a composite key. */
  ALWAYS,
  /** No. */
  NEVER,
  /** As {@link #AUTO}, though the column has a foreign key. */
  IGNORE_FOREIGN_KEY
}
