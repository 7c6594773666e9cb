package io.aludel.schema;

/** Whether creating and dropping look first at what the database already has. */
public enum CheckFirst {
  /** Existing tables are not created, missing ones not dropped. Costs one look-up a schema. */
  ON,
  /** Everything is created or dropped without a look; the database reports what cannot be done. */
  OFF
}
